package dev.cordon.response;

import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses what an undo is about. Asks nobody. */
final class UndoChoice {
    private final Workspace workspace;

    UndoChoice(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What an undo is about.
     *
     * @param items what is given back
     * @param leftOut what is not, because it is judged malicious and was not named
     * @param unblocks whether the account is unblocked
     */
    record Chosen(List<Item> items, List<Item> leftOut, boolean unblocks) {
        /** What is given back, the account among it. */
        List<Item> all(CaseRecord record) {
            return unblocks
                    ? Stream.concat(items.stream(), Stream.of(BlockedAccount.item(record)))
                            .toList()
                    : items;
        }
    }

    /** Chooses, and refuses what cannot be meant. */
    Chosen of(CaseRecord record, UndoScope scope) {
        boolean isAccount = scope.item()
                .filter(typed -> BlockedAccount.isNamed(record, typed))
                .isPresent();
        boolean unblocks = scope.unblock() || isAccount;
        if (unblocks) {
            BlockedAccount.requireBlocked(record);
        }
        if (isAccount) {
            return new Chosen(List.of(), List.of(), true);
        }
        return scope.item().isPresent()
                ? new Chosen(List.of(named(record, scope.item().get(), scope.because())), List.of(), unblocks)
                : everything(record, unblocks);
    }

    private Chosen everything(CaseRecord record, boolean unblocks) {
        SealedCopies copies = new SealedCopies(workspace, record, Actor.CORDON);
        List<Item> taken = record.state().items().values().stream()
                .filter(item -> SealedCopies.mayBeGivenBack(record.entries(), item) && copies.wasTaken(item.key()))
                .filter(item -> item.cameBackAs().isEmpty() && !isTakenAgain(record, item))
                .toList();
        return new Chosen(
                taken.stream()
                        .filter(item -> item.verdict() != Verdict.MALICIOUS)
                        .toList(),
                taken.stream()
                        .filter(item -> item.verdict() == Verdict.MALICIOUS)
                        .toList(),
                unblocks);
    }

    /** Whether what stood in its place after it was given back was taken away itself: that one is given back then. */
    private static boolean isTakenAgain(CaseRecord record, Item item) {
        return item.givenBackAs()
                .flatMap(as -> record.state().item(as))
                .filter(SealedCopies::isSettled)
                .isPresent();
    }

    private static Item named(CaseRecord record, String typed, String because) {
        Item found = original(
                record,
                ItemSearch.find(record, typed, item -> !standsForAnother(record, item), "nothing was given back"));
        if (!SealedCopies.mayBeGivenBack(record.entries(), found)) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "It was not taken away in this incident, so there is nothing to give back.",
                    "'cordon incident show " + record.incident().id() + "' says what became of each thing.");
        }
        if (found.verdict() == Verdict.MALICIOUS && because.isBlank()) {
            throw new RequestRefusedException(
                    Reason.NOT_CONFIRMED,
                    "It is judged malicious: whoever gives it back answers for it. Nothing was given back.",
                    "Say why with --because TEXT; it stands in the report.");
        }
        return found;
    }

    private static boolean standsForAnother(CaseRecord record, Item item) {
        Optional<ItemKey> its = Optional.of(item.key());
        return record.state().items().values().stream()
                .anyMatch(other -> other.givenBackAs().equals(its));
    }

    /** Whoever names what stands in a thing's place means the thing. */
    private static Item original(CaseRecord record, Item found) {
        Optional<ItemKey> its = Optional.of(found.key());
        return SealedCopies.mayBeGivenBack(record.entries(), found)
                ? found
                : record.state().items().values().stream()
                        .filter(item -> item.givenBackAs().equals(its))
                        .findFirst()
                        .orElse(found);
    }
}
