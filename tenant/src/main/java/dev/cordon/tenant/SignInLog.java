package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

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

    /**
     * The sign-ins of {@code kind} of everybody in the tenant from exactly {@code address}, from {@code from} to {@code until}, newest first,
     * each row once. At most {@code mostPages} requests; incomplete when there are older rows than those bring.
     *
     * @param address as the log spells it
     */
    Reading<List<AccountSignIn>> fetchSignInsFrom(
            String address, Kind kind, Instant from, Instant until, int mostPages);

    /** The newest row's time in the whole tenant: how far the log has come at least. Empty when the log has no row. */
    Reading<Optional<Instant>> fetchNewest(Kind kind);

    /** The rows as they came, page by page, newest first: {@link ReadSoFar} guesses how many pages are to come. */
    LogSource<PagePosition<SignInQuestion>> rows();

    /**
     * The same, also of interactive sign-ins from the beta version of Graph, which alone has their sessions, how they were authenticated and
     * the network. What beta does not offer is an ending that says so: {@link #rows} may have it then.
     */
    LogSource<PagePosition<SignInQuestion>> rowsWithSessions();

    /**
     * A sign-in with the account that signed in, or tried to.
     *
     * @param objectId the account's object id; empty text when the row has none
     * @param userPrincipalName its sign-in name: untrusted text, whoever tries may type anything
     * @param signIn the row
     */
    record AccountSignIn(String objectId, String userPrincipalName, SignIn signIn) {
        public AccountSignIn {
            requireNonNull(objectId, "objectId is null");
            requireNonNull(userPrincipalName, "userPrincipalName is null");
            requireNonNull(signIn, "signIn is null");
        }
    }

    /** The two listings a user's sign-ins are spread over. */
    enum Kind {
        INTERACTIVE,
        NON_INTERACTIVE
    }
}
