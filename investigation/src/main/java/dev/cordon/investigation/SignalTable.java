package dev.cordon.investigation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A judge's whole opinion on one kind of thing: the weights of the signals that apply are added, and the sum is the score. Adding a
 * signal that speaks against a thing never makes it look better.
 */
public final class SignalTable<F> {
    private final List<Signal<F>> signals;
    private final Function<F, String> nothing;

    /** A table; {@code nothing} is the reason given when no signal applies. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied and never written to
    public SignalTable(String nothing, Signal<F>... signals) {
        this.signals = List.of(signals);
        this.nothing = _ -> nothing;
    }

    /** A table where the reason given when no signal applies hangs on what is known. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied and never written to
    public SignalTable(Function<F, String> nothing, Signal<F>... signals) {
        this.signals = List.of(signals);
        this.nothing = nothing;
    }

    /** A table whose first signals are {@code shared} with another table. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied and never written to
    SignalTable(String nothing, List<Signal<F>> shared, Signal<F>... signals) {
        this.signals = Stream.concat(shared.stream(), Stream.of(signals)).toList();
        this.nothing = _ -> nothing;
    }

    private SignalTable(Function<F, String> nothing, List<Signal<F>> signals) {
        this.signals = signals;
        this.nothing = nothing;
    }

    /** The names of its signals, in its order. */
    public List<String> names() {
        return signals.stream().map(Signal::name).toList();
    }

    /** The table without the signals of these names: what they are good for shows in what it says then. */
    public SignalTable<F> without(Set<String> names) {
        return new SignalTable<>(
                nothing,
                signals.stream()
                        .filter(signal -> !names.contains(signal.name()))
                        .toList());
    }

    /** The table with one signal more. */
    public SignalTable<F> and(Signal<F> signal) {
        return new SignalTable<>(
                nothing, Stream.concat(signals.stream(), Stream.of(signal)).toList());
    }

    /** What the table says of {@code facts}. */
    public Judgement judge(F facts) {
        List<Signal<F>> applying =
                signals.stream().filter(signal -> signal.applies().test(facts)).toList();
        int sum = applying.stream().mapToInt(Signal::weight).sum();
        int score = Math.clamp(sum, 0, 100);
        return new Judgement(Verdict.ofScore(score), score, reasons(applying, facts));
    }

    private List<Reason> reasons(List<Signal<F>> applying, F facts) {
        if (applying.isEmpty()) {
            return List.of(new Reason("nothing-unusual", nothing.apply(facts), java.util.Optional.empty()));
        }
        return applying.stream()
                .sorted(Comparator.comparingInt((Signal<F> signal) -> -Math.abs(signal.weight())))
                .map(signal -> signal.reason(facts))
                .toList();
    }
}
