package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/**
 * An answer as it was kept, or as it has just come: what was asked and what was said. {@link Answer} without what only the wire knows.
 *
 * @param request what was asked, as {@link Answer#request} has it
 * @param body the bytes of the answer
 */
public record SealedAnswer(String request, Bytes body) {
    public SealedAnswer {
        requireNonNull(request, "request is null");
        requireNonNull(body, "body is null");
    }

    /** What {@code answer} says. */
    public static SealedAnswer of(Answer answer) {
        return new SealedAnswer(answer.request(), answer.body());
    }
}
