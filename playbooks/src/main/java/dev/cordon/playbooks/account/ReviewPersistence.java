package dev.cordon.playbooks.account;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.StepProgress;
import dev.cordon.procedure.journal.StepProgress.Removals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the areas of one step afresh, judges and decides thing by thing, removes what is to go, and reads back. */
public final class ReviewPersistence implements StepPerformer {
    private final CaseFile file;
    private final List<PersistenceArea<?>> areas;

    public ReviewPersistence(CaseFile file, List<PersistenceArea<?>> areas) {
        this.file = file;
        this.areas = List.copyOf(areas);
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        boolean noMailbox = file.card().is(Circumstance.NO_MAILBOX);
        List<AreaResult> results = new ArrayList<>();
        for (PersistenceArea<?> area : areas) {
            if (!noMailbox || !area.isInMailbox()) {
                results.add(new AreaReview<>(file, area, context).review());
            }
        }
        return results.isEmpty()
                ? new StepOutcome.NotApplicable("The account has no mailbox here.")
                : outcome(context, results);
    }

    private StepOutcome outcome(StepContext context, List<AreaResult> results) {
        List<String> open =
                results.stream().flatMap(result -> result.open().stream()).toList();
        Removals removals = context.state()
                .step(context.step().id())
                .map(StepProgress::removals)
                .orElse(Removals.NONE);
        List<String> done = Stream.concat(
                        removedBefore(context), results.stream().flatMap(result -> result.done().stream()))
                .distinct()
                .toList();
        List<Proof> proofs =
                results.stream().flatMap(result -> result.proofs().stream()).toList();
        String note =
                results.stream().map(AreaResult::note).collect(Collectors.joining(" ")) + overAll(context, removals);
        boolean nothingRead = results.stream().noneMatch(AreaResult::wasRead);
        if (nothingRead) {
            return new StepOutcome.Failed(
                    String.join(" ", open), "Read it in the portal, or resume when it can be read.");
        }
        if (!open.isEmpty()) {
            return new StepOutcome.Partial(
                    done, open, proofs, note + " Open: " + String.join(" ", open), "See the open tasks; then resume.");
        }
        return done.isEmpty()
                ? new StepOutcome.AlreadyInPlace(proofs, java.util.Optional.empty(), note)
                : new StepOutcome.Succeeded(proofs, note);
    }

    /** What this step removed in all its rounds, or was decided to be removed and is gone. */
    private Stream<String> removedBefore(StepContext context) {
        Set<String> kinds = areas.stream()
                .flatMap(area -> area.kinds().stream())
                .map(Word::of)
                .collect(Collectors.toSet());
        return context.state().items().values().stream()
                .filter(item -> kinds.contains(item.key().kind()) && item.decision() == ItemDecision.REMOVE)
                .filter(item -> item.outcome().filter(ItemOutcome::isGone).isPresent())
                .map(Item::name);
    }

    /** What came back and was removed again was removed twice; what was only disabled is told apart. */
    private static String overAll(StepContext context, Removals removals) {
        boolean again = context.state()
                .step(context.step().id())
                .filter(step -> step.attempts() > 1)
                .isPresent();
        return !again || removals.things() + removals.disabled() == 0
                ? ""
                : " Over all rounds: " + AreaReview.taken(removals.things(), removals.disabled()) + " in "
                        + removals.rounds() + (removals.rounds() == 1 ? " round." : " rounds.");
    }
}
