package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One answer of Microsoft 365 as it came over the wire, kept for the evidence vault.
 *
 * @param request what was asked: method and address, or the cmdlet with its parameters; never a header or a secret
 * @param status the HTTP status, or that of the batch item
 * @param requestId Microsoft's {@code request-id}, the key for their support; empty when the answer carried none
 * @param date the answer's {@code Date}: tenant time, to the second
 * @param mediaType the content type; empty text when there was none
 * @param body the bytes as received after transfer decoding; where the answer carried a secret, its redacted form
 * @param redacted whether a secret was taken out of the body
 */
public record Answer(
        String request,
        int status,
        Optional<String> requestId,
        Instant date,
        String mediaType,
        Bytes body,
        boolean redacted) {
    public Answer {
        requireNonNull(request, "request is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(date, "date is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(body, "body is null");
    }
}
