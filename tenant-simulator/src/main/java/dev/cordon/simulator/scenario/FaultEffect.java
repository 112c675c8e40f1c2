package dev.cordon.simulator.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The word after {@code do} of a fault, taken apart: {@code status:429}, {@code slow:PT5S}, {@code truncate} and so on. */
public record FaultEffect(
        Fault.Effect effect,
        @Nullable Integer status,
        @Nullable Duration slowness) {

    static final String KNOWN =
            "status:NNN, reset-before, reset-after-commit, slow:DURATION, truncate, wrong-json, html-403, nul-403, empty-200";

    /** The effect a word stands for, or empty if there is none. */
    public static Optional<FaultEffect> parse(String word) {
        if (word.startsWith("status:")) {
            return status(word.substring("status:".length()));
        }
        if (word.startsWith("slow:")) {
            return ScenarioTime.duration(word.substring("slow:".length()))
                    .filter(duration -> !duration.isNegative())
                    .map(duration -> new FaultEffect(Fault.Effect.SLOW, null, duration));
        }
        for (var effect : Fault.Effect.values()) {
            var name = effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(word) && effect != Fault.Effect.SLOW && effect != Fault.Effect.STATUS) {
                return Optional.of(new FaultEffect(effect, null, null));
            }
        }
        return Optional.empty();
    }

    private static Optional<FaultEffect> status(String digits) {
        return digits.matches("[45]\\d\\d")
                ? Optional.of(new FaultEffect(Fault.Effect.STATUS, Integer.valueOf(digits), null))
                : Optional.empty();
    }
}
