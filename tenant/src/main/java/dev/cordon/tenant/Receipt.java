package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Microsoft accepted a change. This is not proof that the change took effect: that needs a read-back.
 *
 * @param acceptedAt the tenant time of the accepting answer
 * @param alreadyInPlace the service said that there was nothing to change (gone already, no setting modified)
 * @param answers the answers, in order; never empty
 * @param warnings what the service said beside its success; data, never ignored
 */
public record Receipt(Instant acceptedAt, boolean alreadyInPlace, List<Answer> answers, List<String> warnings) {
    public Receipt {
        requireNonNull(acceptedAt, "acceptedAt is null");
        answers = List.copyOf(answers);
        warnings = List.copyOf(warnings);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("A receipt without an answer proves nothing");
        }
    }

    /** The request id of the accepting answer, or empty text when it carried none. */
    public String requestId() {
        return answers.getLast().requestId().orElse("");
    }
}
