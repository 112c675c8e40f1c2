package dev.cordon.tenant;

import java.time.Instant;
import java.util.Optional;

/** Setting a password. Never repeated by the client itself: a lost answer is {@link Failure.Reason#UNKNOWN_RESULT}. */
public interface Passwords {
    /**
     * Sets {@code newPassword} and demands a change at the next sign-in: by the password method's reset (a long-running operation, waited
     * for) for a signed-in administrator, by changing the password profile for an application. Not for federated users, nor for
     * synchronised ones without write-back ({@link Failure.Reason#MASTERED_ELSEWHERE}).
     */
    Receipt reset(String objectId, Secret newPassword);

    /** {@code lastPasswordChangeDateTime} as the directory shows it now; may lag a write by seconds. */
    Reading<Optional<Instant>> fetchLastChange(String objectId);
}
