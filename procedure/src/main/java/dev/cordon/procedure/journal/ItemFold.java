package dev.cordon.procedure.journal;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How single entries change an item. */
final class ItemFold {
    private ItemFold() {}

    static Item found(@Nullable Item before, CaseEntry.ItemFound entry) {
        Item fresh = Item.found(entry.key(), entry.name(), entry.verdict(), entry.reasons(), entry.exhibit());
        if (before == null || isNew(before)) {
            return fresh;
        }
        return new Item(
                fresh.key(),
                fresh.name(),
                fresh.verdict(),
                fresh.reasons(),
                fresh.exhibit().or(before::exhibit),
                before.decision(),
                before.decidedBy(),
                before.outcome(),
                before.cameBackAs(),
                before.givenBackAs(),
                before.unequal());
    }

    /** Whether a thing that is met is one that was never met before, or that was made anew after it was gone. */
    static boolean isNew(@Nullable Item before) {
        return before == null || before.outcome().map(ItemOutcome::isGone).orElse(false);
    }

    /** The item, or one that says no more than its key when a decision about it came first. */
    static Item known(@Nullable Item before, ItemKey key) {
        return before == null ? Item.found(key, key.id(), Verdict.REVIEW, List.of(), Optional.empty()) : before;
    }
}
