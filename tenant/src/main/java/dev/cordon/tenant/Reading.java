package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was read, with the proof of having read it.
 *
 * @param value the parsed value
 * @param completeness whether it is all there is
 * @param readAt the tenant time of the last answer
 * @param answers every answer it was parsed from, in the order received; never empty
 * @param <T> the parsed value's type
 */
public record Reading<T>(T value, Completeness completeness, Instant readAt, List<Answer> answers) {
    public Reading {
        requireNonNull(value, "value is null");
        requireNonNull(completeness, "completeness is null");
        requireNonNull(readAt, "readAt is null");
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("A reading without an answer proves nothing");
        }
    }

    /** A complete reading from one answer. */
    public static <T> Reading<T> of(T value, Answer answer) {
        return new Reading<>(value, Completeness.complete(), answer.date(), List.of(answer));
    }

    /** The same proof for a value derived from this one. */
    public <U> Reading<U> map(Function<? super T, ? extends U> derive) {
        return new Reading<>(derive.apply(value), completeness, readAt, answers);
    }

    /** Both readings as one: the answers of both, complete only if both are, read at the later of the two times. */
    public <U, V> Reading<V> with(Reading<U> other, BiFunction<? super T, ? super U, ? extends V> join) {
        Instant later = readAt.isAfter(other.readAt) ? readAt : other.readAt;
        return new Reading<>(
                join.apply(value, other.value),
                completeness.and(other.completeness),
                later,
                Stream.concat(answers.stream(), other.answers.stream()).toList());
    }

    /** Whether the listing was read to its end, as far as the tenant's licences serve it: see {@link Completeness#notLookedAt()}. */
    public boolean isComplete() {
        return switch (completeness) {
            case Completeness.Complete _ -> true;
            case Completeness.AsLicensed _ -> true;
            case Completeness.Incomplete _ -> false;
        };
    }
}
