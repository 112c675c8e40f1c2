package dev.cordon.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sign-in log. Rows arrive late and nothing says when the log is complete: "none found" holds only up to a time that allows for the
 * delay. Needs Entra ID P1; {@link Failure.Reason#NOT_LICENSED} without. Throttled to 5 requests in 10 seconds together with the audits.
 */
public interface SignInLog {
    /** The user's sign-ins of {@code kind} at or after {@code from}, newest first, each row once. */
    Reading<List<SignIn>> fetchSignIns(String objectId, Kind kind, Instant from);

    /** The newest row's time in the whole tenant: how far the log has come at least. Empty when the log has no row. */
    Reading<Optional<Instant>> fetchNewest(Kind kind);

    /** The two listings a user's sign-ins are spread over. */
    enum Kind {
        INTERACTIVE,
        NON_INTERACTIVE
    }
}
