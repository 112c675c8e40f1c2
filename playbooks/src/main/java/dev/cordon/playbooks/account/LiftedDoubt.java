package dev.cordon.playbooks.account;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Certainty;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import java.util.Set;

/**
 * What carries no date is for a person to decide while the audit log ends before it was first met. Once that log reaches so far and does
 * not show it being made, it is older than the attack, and nobody need decide any more. Stateless.
 */
final class LiftedDoubt {
    private static final Set<String> DATED_BY_AUDIT_LOG = Set.of(
            Word.of(ItemKind.DELEGATE),
            Word.of(ItemKind.FOLDER_PERMISSION),
            Word.of(ItemKind.FORWARDING),
            Word.of(ItemKind.CALENDAR_PUBLISHING),
            Word.of(ItemKind.INBOX_RULE));

    private LiftedDoubt() {}

    /** Whether {@code known}, kept for a person to decide, is harmless by what the logs say now. A poorer picture than before says nothing. */
    static boolean isLifted(CaseFile file, Item known, Proposal proposal) throws InterruptedException {
        return isForPerson(known)
                && proposal.verdict() == Verdict.BENIGN
                && file.picture().certainty() == Certainty.ATTACK;
    }

    /** Whether it carries no date, was kept for a person to decide, and nobody has. */
    static boolean isForPerson(Item known) {
        boolean byPerson = known.decidedBy()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .isPresent();
        return known.verdict() == Verdict.REVIEW
                && !byPerson
                && known.outcome().filter(ItemOutcome.KEPT::equals).isPresent()
                && DATED_BY_AUDIT_LOG.contains(known.key().kind());
    }

    /** Puts down what is known of the thing now, and that nobody need decide about it. */
    static void lift(StepContext context, Item known, Proposal proposal) {
        context.found(
                Item.found(known.key(), proposal.name(), proposal.verdict(), proposal.reasons(), known.exhibit()));
        closeTask(context, known.key());
    }

    /** Nobody need decide about it any more. */
    static void closeTask(StepContext context, ItemKey key) {
        String task = "review-" + key.kind() + "-" + key.id();
        if (context.state().openTasks().containsKey(task)) {
            context.record(new CaseEntry.TaskClosed(task, "judged harmless now that the logs tell more"));
        }
    }
}
