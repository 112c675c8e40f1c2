package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a judge says, how sure it is, and why.
 *
 * @param verdict the verdict
 * @param score 0 (nothing speaks against it) to 100
 * @param reasons the weightiest first; never empty
 */
public record Judgement(Verdict verdict, int score, List<Reason> reasons) {
    public Judgement {
        requireNonNull(verdict, "verdict is null");
        reasons = List.copyOf(reasons);
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score is not within 0 to 100: " + score);
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a judgement without a reason");
        }
    }

    /** Whether the recommended decision is to remove the thing. */
    public boolean recommendsRemoval() {
        return verdict == Verdict.MALICIOUS;
    }

    /** The same for a person to decide, with one reason more. */
    Judgement forPerson(Reason why) {
        return new Judgement(
                Verdict.REVIEW,
                Math.clamp(score, Verdict.REVIEW_FROM, Verdict.MALICIOUS_FROM - 1),
                Stream.concat(reasons.stream(), Stream.of(why)).toList());
    }

    /** The same one step towards harmless, for the reason that stands first then. */
    public Judgement milder(Reason why) {
        Verdict milder = verdict.milder();
        return new Judgement(
                milder,
                Math.min(score, milder.highestScore()),
                Stream.concat(Stream.of(why), reasons.stream()).toList());
    }

    /** Whether a signal of that name is among the reasons. */
    public boolean names(String signal) {
        return reasons.stream().anyMatch(reason -> reason.signal().equals(signal));
    }

    /** The technique of the weightiest reason that has one. */
    public Optional<String> technique() {
        return reasons.stream().flatMap(reason -> reason.technique().stream()).findFirst();
    }
}
