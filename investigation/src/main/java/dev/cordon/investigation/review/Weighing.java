package dev.cordon.investigation.review;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds up what speaks against a thing. For one thread. */
final class Weighing {
    private final List<Weighed> weighed = new ArrayList<>();

    private record Weighed(int weight, Reason reason) {}

    Weighing add(int weight, String signal, String technique, String sentence) {
        Optional<String> named = technique.isEmpty() ? Optional.empty() : Optional.of(technique);
        weighed.add(new Weighed(weight, new Reason(signal, sentence, named)));
        return this;
    }

    Weighing addIf(boolean applies, int weight, String signal, String technique, String sentence) {
        return applies ? add(weight, signal, technique, sentence) : this;
    }

    Judgement judgement() {
        int score = Math.clamp(weighed.stream().mapToInt(Weighed::weight).sum(), 0, 100);
        return new Judgement(
                Verdict.ofScore(score),
                score,
                weighed.stream()
                        .sorted(Comparator.comparingInt((Weighed one) -> -one.weight))
                        .map(Weighed::reason)
                        .toList());
    }
}
