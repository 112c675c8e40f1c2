package dev.cordon.playbooks.undo;

import dev.cordon.playbooks.undo.Returned.Change;
import dev.cordon.tenant.Former;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is there now in the place of a thing that was taken away. */
sealed interface Sight {
    /** Nothing, or what our removal left. */
    record Gone() implements Sight {}

    /** The thing that was only disabled is not there at all any more. */
    record Vanished() implements Sight {}

    /** The thing itself, which was disabled and not removed. */
    record Disabled(Former now) implements Sight {}

    /** The thing, or another one equal in every field that a client can set. */
    record Same(Former now) implements Sight {}

    /** The thing, or one in its place, that differs. */
    record Changed(Former now) implements Sight {}

    /**
     * Looks for {@code before} among what is there.
     *
     * @param seenBefore ids of everything that lay in the same place when the copy was made: another thing of its name is not it
     */
    static Sight of(Former before, Wanted wanted, Set<String> seenBefore, List<Former> present) {
        Set<String> its = new TreeSet<>(wanted.knownAs());
        its.add(before.id());
        List<Former> candidates = present.stream()
                .filter(now -> !wanted.taken().contains(now.id()))
                .filter(now -> its.contains(now.id())
                        || (now.likeness().equals(before.likeness()) && !seenBefore.contains(now.id())))
                .toList();
        Optional<Former> found = first(candidates, before::isLike)
                .or(() -> first(candidates, before::isRemovedAs))
                .or(() -> first(candidates, now -> its.contains(now.id())))
                .or(() -> candidates.stream().findFirst());
        if (found.isEmpty()) {
            return before.whenRemoved().isEmpty() ? new Gone() : new Vanished();
        }
        Former now = found.get();
        if (before.isLike(now)) {
            return new Same(now);
        }
        if (wanted.left() && before.isDisabledAs(now)) {
            return new Disabled(now);
        }
        return before.isRemovedAs(now) ? new Gone() : new Changed(now);
    }

    private static Optional<Former> first(List<Former> candidates, Predicate<Former> claim) {
        return candidates.stream().filter(claim).findFirst();
    }

    /** Every field in which the two differ, those that a client can set first. */
    static List<Change> changes(Former before, Former now) {
        List<Change> changes = new ArrayList<>();
        Stream.concat(before.settableDifferences(now).stream(), before.otherDifferences(now).stream())
                .forEach(name -> changes.add(new Change(name, before.field(name), now.field(name))));
        return changes;
    }
}
