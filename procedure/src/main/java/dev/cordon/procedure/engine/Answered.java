package dev.cordon.procedure.engine;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import java.util.Optional;

/**
 * What the tenant answered to a change it accepted.
 *
 * @param value what the performer goes on with
 * @param already whether the tenant said that nothing was left to do
 * @param detail what was answered, for people, without secrets
 * @param requestId the service's id of the answer, where it gave one
 * @param exhibit the sealed answer, where it was sealed
 */
public record Answered<T>(
        T value, boolean already, String detail, Optional<String> requestId, Optional<ExhibitId> exhibit) {
    public Answered {
        requireNonNull(detail, "detail is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(exhibit, "exhibit is null");
    }

    public static <T> Answered<T> done(T value, String detail, Optional<String> requestId) {
        return new Answered<>(value, false, detail, requestId, Optional.empty());
    }

    public static <T> Answered<T> already(T value, String detail, Optional<String> requestId) {
        return new Answered<>(value, true, detail, requestId, Optional.empty());
    }
}
