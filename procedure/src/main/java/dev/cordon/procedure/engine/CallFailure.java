package dev.cordon.procedure.engine;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.StepOutcome;
import java.util.Optional;

/**
 * Why a call did not answer as hoped.
 *
 * @param kind whether it is certain that nothing was changed
 * @param reason what was answered and what it means, for people
 * @param remedy what to do now
 * @param requestId the service's id of the answer, where there was one
 * @param exhibit the sealed answer, where it was sealed
 */
public record CallFailure(
        Kind kind, String reason, String remedy, Optional<String> requestId, Optional<ExhibitId> exhibit) {
    public CallFailure {
        requireNonNull(kind, "kind is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(remedy, "remedy is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(exhibit, "exhibit is null");
    }

    public static CallFailure refused(String reason, String remedy, Optional<String> requestId) {
        return new CallFailure(Kind.REFUSED, reason, remedy, requestId, Optional.empty());
    }

    public static CallFailure unknown(String reason, String remedy, Optional<String> requestId) {
        return new CallFailure(Kind.UNKNOWN, reason, remedy, requestId, Optional.empty());
    }

    public static CallFailure notPermitted(String reason, String remedy, Optional<String> requestId) {
        return new CallFailure(Kind.NOT_PERMITTED, reason, remedy, requestId, Optional.empty());
    }

    /** The outcome of a step that ends because of this refusal. */
    public StepOutcome.Failed asOutcome() {
        return new StepOutcome.Failed(
                reason,
                remedy,
                kind == Kind.NOT_PERMITTED ? StepOutcome.Failed.Cause.NOT_PERMITTED : StepOutcome.Failed.Cause.OTHER);
    }

    /** Whether it is certain that nothing was changed. */
    public enum Kind {
        /** The service said no: nothing was changed. */
        REFUSED,
        /** The same, because we lack a permission, a role or a licence. */
        NOT_PERMITTED,
        /** Nobody knows whether it was changed. */
        UNKNOWN
    }
}
