package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

/**
 * Whose a row is.
 *
 * @param party whose
 * @param by by what that is known
 * @param reason the same as a sentence
 */
public record RowVerdict(Party party, By by, String reason) {
    public RowVerdict {
        requireNonNull(party, "party is null");
        requireNonNull(by, "by is null");
        requireNonNull(reason, "reason is null");
    }

    /** By what a row is attributed. */
    public enum By {
        PERSON,
        ACTOR,
        SESSION,
        ADDRESS,
        TOKEN,
        CORRELATION,
        DEVICE,
        NOTHING
    }
}
