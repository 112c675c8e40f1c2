package dev.cordon.procedure.journal;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.Unsettled;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an incident leaves when it is closed now, counted: a clause each.
 *
 * @param state the incident before it is closed
 */
public record LeftOpen(RunState state) {
    /** Everything. */
    public List<String> clauses() {
        return Stream.of(work(), things(), givenBack()).flatMap(List::stream).toList();
    }

    /** What somebody was to do, and the looks that never come. */
    public List<String> work() {
        return Stream.of(
                        count(state.openTasks().size(), "task is open", "tasks are open"),
                        count(state.rechecksDue().size(), "re-check never runs", "re-checks never run"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is there and is not settled. */
    public List<String> things() {
        return Stream.of(
                        count(
                                Unsettled::isUndecided,
                                "thing was kept until you decide",
                                "things were kept until you decide"),
                        count(Unsettled::isForAHand, "thing must be removed by hand", "things must be removed by hand"),
                        count(
                                Unsettled::isUndone,
                                "thing was to be removed, and that is not done",
                                "things were to be removed, and that is not done"),
                        count(
                                item -> Unsettled.isThereAgain(item) && item.decision() != ItemDecision.REMOVE,
                                "thing is there again after it was removed",
                                "things are there again after they were removed"))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<String> givenBack() {
        return count(
                        Unsettled::isGivenBackToAttacker,
                        "thing that was judged the attacker's was given back",
                        "things that were judged the attacker's were given back")
                .stream()
                .toList();
    }

    private Optional<String> count(Predicate<Item> claim, String one, String many) {
        return count(state.items().values().stream().filter(claim).count(), one, many);
    }

    private static Optional<String> count(long number, String one, String many) {
        return number == 0 ? Optional.empty() : Optional.of(number + " " + (number == 1 ? one : many));
    }
}
