package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/**
 * Where the reading of a listing goes on.
 *
 * @param question what the listing is of
 * @param progress how far it was read
 * @param <Q> the question's type
 */
public record PagePosition<Q>(Q question, PageProgress progress) {
    public PagePosition {
        requireNonNull(question, "question is null");
        requireNonNull(progress, "progress is null");
    }

    /** The beginning. */
    public static <Q> PagePosition<Q> start(Q question) {
        return new PagePosition<>(question, PageProgress.beginning());
    }
}
