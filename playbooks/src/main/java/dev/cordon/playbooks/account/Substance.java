package dev.cordon.playbooks.account;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.journal.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells whether a thing is still what it was when it was last met: some can be changed while their id stays the same. */
final class Substance {
    private final StepContext context;

    Substance(StepContext context) {
        this.context = context;
    }

    /** Puts down what the thing is like now, where that is not known. */
    <T> void meet(ItemKey key, PersistenceArea<T> area, T thing) {
        String now = digest(area.substance(thing));
        boolean isKnown = find(context.state(), key)
                .filter(sighting -> !sighting.gone() && !sighting.isChanged(now))
                .isPresent();
        if (!area.substance(thing).isEmpty() && !isKnown) {
            context.record(new CaseEntry.ItemSeen(key, now));
        }
    }

    /** Whether the thing was met before and was something else then; not when all that became of it is that it acts no longer. */
    <T> boolean isChanged(ItemKey key, PersistenceArea<T> area, T thing) {
        return !area.substance(thing).isEmpty()
                && area.isInForce(thing)
                && find(context.state(), key)
                        .filter(sighting -> sighting.isChanged(digest(area.substance(thing))))
                        .filter(sighting -> sighting.isChanged(digest(area.substanceOfBefore(thing))))
                        .isPresent();
    }

    /** The latest time at which the thing was known to be gone or something else; empty where it never was. */
    static <T> Optional<Instant> otherwiseAt(RunState state, ItemKey key, PersistenceArea<T> area, T thing) {
        return find(state, key).flatMap(sighting -> sighting.otherwiseAt(digest(area.substance(thing))));
    }

    private static Optional<Sighting> find(RunState state, ItemKey key) {
        return Optional.ofNullable(state.sightings().get(key));
    }

    /** Each text with its length, so that no two lists are written alike. */
    private static String digest(List<String> substance) {
        String written =
                substance.stream().map(text -> text.length() + ":" + text).collect(Collectors.joining(","));
        return Digest.sha256(written.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
