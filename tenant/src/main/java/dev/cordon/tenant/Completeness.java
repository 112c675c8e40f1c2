package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/** Whether a listing was read to its end. */
public sealed interface Completeness {
    /** Every page was read and the last one said that it was the last. */
    record Complete() implements Completeness {}

    /**
     * Something is missing, so "none found" must not be said.
     *
     * @param reason what was not read and why, a sentence
     */
    record Incomplete(String reason) implements Completeness {
        public Incomplete {
            requireNonNull(reason, "reason is null");
        }
    }

    /** A listing read to its end. */
    static Completeness complete() {
        return new Complete();
    }

    /** Incomplete as soon as either is; the reasons are joined. */
    default Completeness and(Completeness other) {
        return switch (this) {
            case Complete complete -> other;
            case Incomplete(String reason) ->
                switch (other) {
                    case Complete complete -> this;
                    case Incomplete(String second) -> new Incomplete(reason + " " + second);
                };
        };
    }
}
