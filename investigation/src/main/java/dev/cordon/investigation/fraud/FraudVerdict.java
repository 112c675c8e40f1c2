package dev.cordon.investigation.fraud;

import dev.cordon.investigation.Coverage;
import java.util.List;

/** Whether an account shows business e-mail compromise. */
public sealed interface FraudVerdict {
    /** What speaks for it, the weightiest first. */
    List<FraudIndicator> indicators();

    /** What was looked at; "none" is only ever said together with it. */
    List<Coverage> looked();

    /** Nothing that weighs enough was found in what was looked at. */
    record None(List<FraudIndicator> indicators, List<Coverage> looked) implements FraudVerdict {
        public None {
            indicators = List.copyOf(indicators);
            looked = List.copyOf(looked);
        }
    }

    /** Something speaks for it: finance is told, and the money steps are offered. */
    record Possible(List<FraudIndicator> indicators, List<Coverage> looked) implements FraudVerdict {
        public Possible {
            indicators = checked(indicators);
            looked = List.copyOf(looked);
        }
    }

    /** Much speaks for it: finance is told at once. */
    record Likely(List<FraudIndicator> indicators, List<Coverage> looked) implements FraudVerdict {
        public Likely {
            indicators = checked(indicators);
            looked = List.copyOf(looked);
        }
    }

    /** Nothing speaks for it, and nothing could be looked at: it cannot be excluded. */
    record NotLooked(List<Coverage> looked) implements FraudVerdict {
        public NotLooked {
            looked = List.copyOf(looked);
        }

        @Override
        public List<FraudIndicator> indicators() {
            return List.of();
        }
    }

    /** The sum of the weights of the signals, each counting once. */
    default int score() {
        return score(indicators());
    }

    /** The sum of the weights of these, each signal counting once. */
    static int score(List<FraudIndicator> indicators) {
        return indicators.stream()
                .map(FraudIndicator::signal)
                .distinct()
                .mapToInt(FraudSignal::weight)
                .sum();
    }

    /** Whether the money steps start: whoever waits for certainty waits until the money is gone. */
    default boolean startsMoneySteps() {
        return switch (this) {
            case Possible _, Likely _ -> true;
            case None _, NotLooked _ -> false;
        };
    }

    /** As documents spell it: {@code none}, {@code possible}, {@code likely} or {@code not-looked}. */
    default String word() {
        return switch (this) {
            case None _ -> "none";
            case Possible _ -> "possible";
            case Likely _ -> "likely";
            case NotLooked _ -> "not-looked";
        };
    }

    private static List<FraudIndicator> checked(List<FraudIndicator> indicators) {
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("a suspicion without a reason");
        }
        return List.copyOf(indicators);
    }
}
