package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import java.util.List;
import java.util.Optional;

/**
 * An object in the tenant with its judgement, the decision about it, and what became of it.
 *
 * @param key which object
 * @param name its name as the tenant has it; an attacker may have chosen it
 * @param verdict how it was judged
 * @param reasons why, each for people
 * @param exhibit the exhibit that holds a copy of it; empty when none could be made
 * @param decision what was decided
 * @param decidedBy who decided; empty while undecided
 * @param outcome what became of it; empty while nothing has
 * @param cameBackAs the object of the same kind and name that was met after this one was gone; empty while there is none
 * @param givenBackAs the object that stands in its place since it was given back; empty where it has its old id, or was not given back
 * @param unequal the fields that a client can set and that were read back otherwise when it was given back: it is there in part
 */
public record Item(
        ItemKey key,
        String name,
        Verdict verdict,
        List<String> reasons,
        Optional<ExhibitId> exhibit,
        ItemDecision decision,
        Optional<Actor> decidedBy,
        Optional<ItemOutcome> outcome,
        Optional<ItemKey> cameBackAs,
        Optional<ItemKey> givenBackAs,
        List<String> unequal) {
    public Item {
        requireNonNull(key, "key is null");
        requireNonNull(name, "name is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(reasons, "reasons is null");
        requireNonNull(exhibit, "exhibit is null");
        requireNonNull(decision, "decision is null");
        requireNonNull(decidedBy, "decidedBy is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(cameBackAs, "cameBackAs is null");
        requireNonNull(givenBackAs, "givenBackAs is null");
        reasons = List.copyOf(reasons);
        unequal = List.copyOf(unequal);
    }

    /** An item as it was met, undecided. */
    public static Item found(
            ItemKey key, String name, Verdict verdict, List<String> reasons, Optional<ExhibitId> exhibit) {
        return new Item(
                key,
                name,
                verdict,
                reasons,
                exhibit,
                ItemDecision.UNDECIDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public Item decided(ItemDecision newDecision, Actor by) {
        return with(newDecision, Optional.of(by), outcome, cameBackAs, givenBackAs, unequal);
    }

    public Item concluded(ItemOutcome newOutcome) {
        return with(decision, decidedBy, Optional.of(newOutcome), cameBackAs, givenBackAs, unequal);
    }

    public Item cameBackAs(ItemKey successor) {
        return with(decision, decidedBy, outcome, Optional.of(successor), givenBackAs, unequal);
    }

    /** Whether it was given back, and not in every field that a client can set. */
    public boolean isPartlyGivenBack() {
        return outcome.filter(ItemOutcome.GIVEN_BACK::equals).isPresent() && !unequal.isEmpty();
    }

    /** This item, given back as {@code successor}, which may be itself, but for the fields {@code otherwise}. */
    public Item givenBackAs(ItemKey successor, List<String> otherwise) {
        return with(
                decision,
                decidedBy,
                Optional.of(ItemOutcome.GIVEN_BACK),
                cameBackAs,
                Optional.of(successor).filter(other -> !other.equals(key)),
                otherwise);
    }

    private Item with(
            ItemDecision itsDecision,
            Optional<Actor> by,
            Optional<ItemOutcome> itsOutcome,
            Optional<ItemKey> cameBack,
            Optional<ItemKey> givenBack,
            List<String> otherwise) {
        return new Item(
                key, name, verdict, reasons, exhibit, itsDecision, by, itsOutcome, cameBack, givenBack, otherwise);
    }
}
