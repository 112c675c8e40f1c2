package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the sign-in log. Names and user agents are untrusted text.
 *
 * @param id the row's id
 * @param at when it happened
 * @param interactive whether a person was there
 * @param succeeded whether {@code status.errorCode} was 0
 * @param errorCode the code
 * @param ipAddress where from; empty text when the row has none
 * @param country ISO country; empty text when unknown
 * @param city empty text when unknown
 * @param userAgent empty text when unknown
 * @param application the client application's name
 * @param clientApp Browser, IMAP4 …
 * @param resource what was signed in to
 * @param deviceId the registered device; empty text when there was none
 * @param sessionId beta only
 * @param protocol beta only, for example deviceCode
 * @param mfaByClaim whether the second factor was satisfied by a claim in the token; beta only, empty when not told
 * @param correlationId ties rows together
 */
public record SignIn(
        String id,
        Instant at,
        boolean interactive,
        boolean succeeded,
        int errorCode,
        String ipAddress,
        String country,
        String city,
        String userAgent,
        String application,
        String clientApp,
        String resource,
        String deviceId,
        Optional<String> sessionId,
        Optional<String> protocol,
        Optional<Boolean> mfaByClaim,
        String correlationId) {
    public SignIn {
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(ipAddress, "ipAddress is null");
        requireNonNull(sessionId, "sessionId is null");
        requireNonNull(protocol, "protocol is null");
        requireNonNull(mfaByClaim, "mfaByClaim is null");
    }
}
