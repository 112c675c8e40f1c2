package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

/**
 * One step comes before another, and why.
 *
 * @param before the step that must have ended
 * @param after the step that waits for it
 * @param because the reason, printable
 * @param required whether {@code after} makes no sense when {@code before} did not work: it is then skipped
 * @param moment how far {@code before} must have come
 */
public record Ordering(StepId before, StepId after, String because, boolean required, Moment moment) {
    public Ordering {
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
        requireNonNull(because, "because is null");
        requireNonNull(moment, "moment is null");
    }

    /** An ordering that waits for the end of {@code before}. */
    public Ordering(StepId before, StepId after, String because, boolean required) {
        this(before, after, because, required, Moment.ENDED);
    }

    /** How far the earlier step must have come before the later one starts. */
    public enum Moment {
        /** It has ended, proof and all. */
        ENDED,
        /** The service has accepted its change; the proof by reading back may still be under way. */
        ANSWERED
    }
}
