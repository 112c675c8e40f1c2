package dev.cordon.microsoft365.wire;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which answers are good, and what they mean.
 *
 * @param isMet whether the answer is one of them
 * @param meaning reads it; refuses with {@link dev.cordon.microsoft365.json.UnreadableJson} what makes no sense
 * @param <T> what it means
 */
public record Expectation<T>(Predicate<Response> isMet, Function<Response, T> meaning) {
    /** Any 2xx. */
    public static <T> Expectation<T> success(Function<Response, T> meaning) {
        return new Expectation<>(Response::isSuccess, meaning);
    }
}
