package dev.cordon.investigation.facts;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that the organisation has said of itself and that explains a thing.
 *
 * @param kind what it is about
 * @param what what was said, the end of a sentence that begins with "facts say"
 */
public record Fact(Kind kind, String what) {
    public Fact {
        requireNonNull(kind, "kind is null");
        requireNonNull(what, "what is null");
    }

    /** What a fact is about. */
    public enum Kind {
        OWN_DOMAIN,
        PARTNER,
        TRAVEL,
        NETWORK,
        APPLICATION,
        FORWARDING
    }

    /**
     * The judgement in the light of this fact: one step milder and no further, and never milder than what the fact does not explain. It always says so,
     * but of what is harmless anyway.
     *
     * @param rest what is said of the thing where everything that the fact explains is left out
     */
    public Judgement applied(Judgement judged, Verdict rest) {
        if (judged.verdict() == Verdict.BENIGN) {
            return judged;
        }
        return rest.isAtLeast(judged.verdict())
                ? besides(judged, "Facts say: " + what + ". That does not explain the rest, and the verdict stays.")
                : judged.milder(reason("Held for less bad because facts say: " + what + "."));
    }

    /** The judgement with a word of this fact, by which it came to be what it is. */
    public Judgement named(Judgement judged) {
        return besides(judged, "Facts say: " + what + ".");
    }

    /** After the weightiest reason, which is what a person reads first. */
    private static Judgement besides(Judgement judged, String sentence) {
        List<Reason> reasons = judged.reasons();
        return new Judgement(
                judged.verdict(),
                judged.score(),
                Stream.of(reasons.subList(0, 1), List.of(reason(sentence)), reasons.subList(1, reasons.size()))
                        .flatMap(List::stream)
                        .toList());
    }

    private static Reason reason(String sentence) {
        return new Reason(OrganisationFacts.SIGNAL, sentence, Optional.empty());
    }
}
