package dev.cordon.investigation;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of a judge's table.
 *
 * @param name short and stable
 * @param weight what it adds to the score; below zero when it speaks for the thing
 * @param technique the ATT&CK technique it points to
 * @param applies whether it applies to the facts
 * @param text the reason in one plain sentence
 * @param <F> the facts judged
 */
public record Signal<F>(
        String name, int weight, Optional<String> technique, Predicate<F> applies, Function<F, String> text) {

    public static <F> Signal<F> against(
            String name, int weight, String technique, Predicate<F> applies, Function<F, String> text) {
        return new Signal<>(name, weight, Optional.of(technique), applies, text);
    }

    public static <F> Signal<F> against(String name, int weight, Predicate<F> applies, Function<F, String> text) {
        return new Signal<>(name, weight, Optional.empty(), applies, text);
    }

    public static <F> Signal<F> inFavour(String name, int weight, Predicate<F> applies, Function<F, String> text) {
        return new Signal<>(name, -weight, Optional.empty(), applies, text);
    }

    Reason reason(F facts) {
        return new Reason(name, text.apply(facts), technique);
    }
}
