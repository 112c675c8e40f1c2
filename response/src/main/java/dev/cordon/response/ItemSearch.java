package dev.cordon.response;

import dev.cordon.procedure.Item;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the item of an incident that somebody typed. */
final class ItemSearch {
    private ItemSearch() {}

    /**
     * The item of that id, or else of that exact name where only one has it.
     *
     * @param byName which items may be meant by their name: what was given back and what stands in its place have the same one
     * @param nothing what was not done, for the refusal
     * @throws RequestRefusedException when there is none, or more than one
     */
    static Item find(CaseRecord record, String typed, Predicate<Item> byName, String nothing) {
        List<Item> all = List.copyOf(record.state().items().values());
        List<Item> meant = all.stream()
                .filter(candidate -> candidate.key().id().equals(typed))
                .toList();
        if (meant.isEmpty()) {
            meant = all.stream()
                    .filter(candidate -> candidate.name().equals(typed) && byName.test(candidate))
                    .toList();
        }
        if (meant.size() != 1) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_ITEM,
                    (meant.isEmpty()
                                    ? "The incident has no item of that id or name; "
                                    : "More than one item is called so; ")
                            + nothing + ".",
                    "Name it by its id; 'cordon incident show "
                            + record.incident().id() + "' lists them.",
                    Nearest.of(
                            typed,
                            meant.isEmpty() ? all : meant,
                            candidate -> Stream.of(candidate.key().id(), candidate.name()),
                            candidate -> candidate.key().kind() + " "
                                    + candidate.key().id() + " (" + candidate.name() + ")"));
        }
        return meant.getFirst();
    }
}
