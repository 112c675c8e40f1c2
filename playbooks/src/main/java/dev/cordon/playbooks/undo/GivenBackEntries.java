package dev.cordon.playbooks.undo;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Former;
import java.util.List;
import java.util.Optional;

/**
 * Puts down that a thing is there again because a person wanted it: decided to be kept, so that no re-check takes it away once more. Stateless.
 *
 * @param context where it is put down
 * @param by who wanted it
 * @param because why
 */
record GivenBackEntries(StepContext context, Actor by, String because) {
    /** The key of what stands in the thing's place. */
    ItemKey keyOf(Wanted wanted, Former now) {
        return new ItemKey(wanted.key().kind(), now.id());
    }

    /** Whether it was given back before. */
    boolean wasGivenBack(Wanted wanted) {
        return outcome(wanted.key()).filter(ItemOutcome.GIVEN_BACK::equals).isPresent();
    }

    /**
     * Records it; what was recorded before is not recorded again.
     *
     * @param unequal the fields that a client can set and that are otherwise all the same
     */
    void record(Returned returned, Wanted wanted, Optional<ExhibitId> shown, List<String> unequal) {
        ItemKey as = returned.as().orElse(wanted.key());
        boolean isKnown = context.state()
                .item(wanted.key())
                .filter(item ->
                        item.outcome().filter(ItemOutcome.GIVEN_BACK::equals).isPresent())
                .filter(item -> item.givenBackAs().orElse(item.key()).equals(as)
                        && item.unequal().equals(unequal))
                .isPresent();
        if (isKnown || wanted.copy().isEmpty()) {
            return;
        }
        if (context.state().item(wanted.key()).isEmpty()) {
            context.found(Item.found(
                    wanted.key(),
                    wanted.name(),
                    Verdict.BENIGN,
                    List.of("Its sign-in was blocked by this response."),
                    wanted.copy()));
        }
        decide(wanted.key());
        context.record(new CaseEntry.ItemGivenBack(
                wanted.key(),
                as,
                wanted.copy().get(),
                returned.changes().stream().map(Returned.Change::field).toList(),
                unequal,
                returned.detail() + (because.isBlank() ? "" : " Why: " + because)));
        closeTasks(wanted.key());
        if (!as.equals(wanted.key())) {
            successor(wanted, as, shown);
        }
    }

    private void successor(Wanted wanted, ItemKey as, Optional<ExhibitId> shown) {
        context.state()
                .item(wanted.key())
                .ifPresent(item -> context.found(Item.found(as, item.name(), item.verdict(), item.reasons(), shown)));
        decide(as);
        context.conclude(as, ItemOutcome.KEPT, "stands in the place of what was given back");
        closeTasks(as);
    }

    private void decide(ItemKey key) {
        context.decide(key, ItemDecision.KEEP, by, because.isBlank() ? "given back" : because);
    }

    private void closeTasks(ItemKey key) {
        for (String kind : List.of("remove-", "review-")) {
            String task = kind + key.kind() + "-" + key.id();
            if (context.state().openTasks().containsKey(task)) {
                context.record(new CaseEntry.TaskClosed(task, "given back, as decided by " + by.name()));
            }
        }
    }

    private Optional<ItemOutcome> outcome(ItemKey key) {
        return context.state().item(key).flatMap(Item::outcome);
    }
}
