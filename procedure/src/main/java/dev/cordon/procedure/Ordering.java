package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

/**
 * One step comes before another, and why.
 *
 * @param before the step that must have ended
 * @param after the step that waits for it
 * @param because the reason, printable
 * @param required whether {@code after} makes no sense when {@code before} did not work: it is then skipped
 */
public record Ordering(StepId before, StepId after, String because, boolean required) {
    public Ordering {
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
        requireNonNull(because, "because is null");
    }
}
