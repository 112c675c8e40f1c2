package dev.cordon.playbooks.account;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        return results.isEmpty() ? new StepOutcome.NotApplicable("The account has no mailbox here.") : outcome(results);
    }

    private static StepOutcome outcome(List<AreaResult> results) {
        List<String> open =
                results.stream().flatMap(result -> result.open().stream()).toList();
        List<String> done =
                results.stream().flatMap(result -> result.done().stream()).toList();
        List<Proof> proofs =
                results.stream().flatMap(result -> result.proofs().stream()).toList();
        String note = results.stream().map(AreaResult::note).collect(Collectors.joining(" "));
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
}
