package dev.cordon.tenant;

import java.time.Instant;
import java.util.Optional;

/** A user's sessions: refresh tokens and browser cookies. Access tokens already issued live out their time, CAE aside. */
public interface SignInSessions {
    /**
     * Moves {@code signInSessionsValidFromDateTime} to now, so that every refresh token issued before is refused. Idempotent and safe to
     * repeat; the client repeats it after an unknown result. Takes effect within minutes. Permission User.RevokeSessions.All.
     */
    Receipt revoke(String objectId);

    /** {@code signInSessionsValidFromDateTime} as the directory shows it now; may lag a write by up to a minute. */
    Reading<Optional<Instant>> fetchValidFrom(String objectId);
}
