package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A request that was answered as expected.
 *
 * @param value what the answer means
 * @param answer the answer
 * @param repeatedAfterUnknown whether an earlier sending had no understandable answer and may have done it already
 * @param <T> what the answer means
 */
public record Sent<T>(T value, Answer answer, boolean repeatedAfterUnknown) {
    public <U> Sent<U> map(Function<? super T, ? extends U> derive) {
        return new Sent<>(derive.apply(value), answer, repeatedAfterUnknown);
    }

    public Reading<T> reading() {
        return Reading.of(value, answer);
    }

    /** The receipt of a change. */
    public Receipt receipt(boolean alreadyInPlace, List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        if (repeatedAfterUnknown) {
            all.add("An earlier attempt had no understandable answer; it may have made the change already.");
        }
        return new Receipt(answer.date(), alreadyInPlace, List.of(answer), all);
    }
}
