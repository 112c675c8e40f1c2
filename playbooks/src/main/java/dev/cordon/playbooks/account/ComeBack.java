package dev.cordon.playbooks.account;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import java.util.Optional;

/** Tells what came back after it was gone: under the id it had, or as another object of its kind and name. Stateless. */
final class ComeBack {
    private ComeBack() {}

    /** Puts down that {@code item} was met, and returns what came back as it. */
    static Optional<ItemKey> met(StepContext context, Item item) {
        Optional<ItemKey> predecessor = predecessor(context, item);
        context.found(item);
        predecessor.ifPresent(gone -> context.record(new CaseEntry.ItemCameBack(gone, item.key())));
        return predecessor;
    }

    /** Puts down that {@code item} is there after the clean-up, and returns what came back as it. Whoever cleans up next decides about it anew. */
    static Optional<ItemKey> metAfterwards(StepContext context, Item item) {
        Optional<ItemKey> predecessor = met(context, item);
        context.conclude(item.key(), ItemOutcome.STILL_THERE, "seen after the clean-up, and not removed yet");
        return predecessor;
    }

    /** The newest thing of that kind and name that was removed and has no successor yet; empty when {@code item} was met before. */
    private static Optional<ItemKey> predecessor(StepContext context, Item item) {
        if (context.state().item(item.key()).isPresent() || item.verdict() == Verdict.BENIGN) {
            return Optional.empty();
        }
        return context.state().items().values().stream()
                .filter(before -> before.key().kind().equals(item.key().kind()))
                .filter(before -> before.name().equals(item.name()))
                .filter(before -> before.decision() == ItemDecision.REMOVE)
                .filter(before -> before.outcome().filter(ItemOutcome::isGone).isPresent())
                .filter(before -> before.cameBackAs().isEmpty())
                .map(Item::key)
                .reduce((first, last) -> last);
    }
}
