package dev.cordon.playbooks.account;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.journal.RunState;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what an earlier version of the program listed as one item and this one lists as several. Stateless. */
final class Earlier {
    private Earlier() {}

    /** The item of which {@code thing} was a part. */
    static <T> Optional<Item> of(RunState state, PersistenceArea<T> area, T thing) {
        Set<String> kinds = area.kinds().stream().map(Word::of).collect(Collectors.toUnmodifiableSet());
        return state.items().values().stream()
                .filter(item -> kinds.contains(item.key().kind()))
                .filter(item -> area.isPartOf(thing, item.key().id(), item.name()))
                .findFirst();
    }
}
