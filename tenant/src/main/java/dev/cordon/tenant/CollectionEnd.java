package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How the collection of a log ended. Only {@link Complete} allows to say that there is no more. */
public sealed interface CollectionEnd {
    /** All that the log gave was read to the end, and it gave as much as it announced. */
    record Complete() implements CollectionEnd {}

    /**
     * Something is missing.
     *
     * @param reason what and why, in sentences
     */
    record CutOff(String reason) implements CollectionEnd {
        public CutOff {
            requireNonNull(reason, "reason is null");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Something is missing and nobody says why");
            }
        }
    }

    /** A permission or a role is missing, or we are not signed in; what was handed over before stands. */
    record NotPermitted(Failure failure) implements CollectionEnd {
        public NotPermitted {
            requireNonNull(failure, "failure is null");
        }
    }

    /** The tenant's licences do not include the log. */
    record NotLicensed(Failure failure) implements CollectionEnd {
        public NotLicensed {
            requireNonNull(failure, "failure is null");
        }
    }

    /**
     * Microsoft is still at it: to be asked again from the last page's place.
     *
     * @param pause wall time to wait before
     */
    record StillRunning(Duration pause) implements CollectionEnd {
        public StillRunning {
            requireNonNull(pause, "pause is null");
            if (pause.isNegative()) {
                throw new IllegalArgumentException("The pause is negative: " + pause);
            }
        }
    }

    /** The ending that a failure means. */
    static CollectionEnd of(Failure failure) {
        return switch (failure.reason()) {
            case MISSING_PERMISSION, MISSING_ROLE, PROTECTED_TARGET, NOT_SIGNED_IN, OWN_SESSION_ENDED ->
                new NotPermitted(failure);
            case NOT_LICENSED -> new NotLicensed(failure);
            case NOT_FOUND,
                    DEFAULT_METHOD,
                    MASTERED_ELSEWHERE,
                    REFUSED,
                    NOT_AVAILABLE,
                    THROTTLED,
                    SERVICE_FAULT,
                    UNREACHABLE,
                    UNREADABLE_ANSWER,
                    UNKNOWN_RESULT,
                    INTERRUPTED ->
                new CutOff(
                        failure.attempted() + " broke off: " + failure.reason().inWords() + ". " + failure.meaning());
        };
    }
}
