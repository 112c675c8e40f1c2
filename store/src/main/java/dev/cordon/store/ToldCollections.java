package dev.cordon.store;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.journal.Recorded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the journal says last of each collection that has a place in the table. For one thread. */
final class ToldCollections {
    private final Map<Collection, Told> told = new LinkedHashMap<>();

    private ToldCollections() {}

    /**
     * Which collection.
     *
     * @param source as the table names it
     */
    record Collection(IncidentId incident, String source) {
        @Override
        public String toString() {
            return source + " in " + incident;
        }
    }

    /**
     * What is said of it last.
     *
     * @param round which round
     * @param from from when on it asks
     * @param until until when
     * @param ended how its latest round that ended did; empty where none has
     * @param entry which entry of the journal says so
     * @param isLeft whether its place was left since, so that the table may have none, or a new one of which the journal says nothing yet
     */
    record Told(
            int round,
            Instant from,
            Instant until,
            Optional<CaseEntry.CollectionEnded> ended,
            long entry,
            boolean isLeft) {
        Told left(long by) {
            return new Told(round, from, until, ended, by, true);
        }
    }

    static ToldCollections of(List<Recorded> work) {
        ToldCollections collections = new ToldCollections();
        work.forEach(collections::take);
        return collections;
    }

    private void take(Recorded recorded) {
        if (recorded.entry() instanceof CaseEntry.CollectionBegan began && isOfLog(began.source())) {
            told.merge(
                    new Collection(recorded.incident(), began.source() + " " + began.of()),
                    new Told(began.round(), began.from(), began.until(), Optional.empty(), recorded.sequence(), false),
                    (before, now) -> new Told(
                            now.round(),
                            now.from(),
                            now.until(),
                            before.isLeft() ? Optional.empty() : before.ended(),
                            now.entry(),
                            false));
        }
        if (recorded.entry() instanceof CaseEntry.CollectionEnded ended && isOfLog(ended.source())) {
            told.put(
                    new Collection(recorded.incident(), ended.source() + " " + ended.of()),
                    new Told(
                            ended.round(),
                            ended.from(),
                            ended.until(),
                            Optional.of(ended),
                            recorded.sequence(),
                            false));
        }
        if (recorded.entry() instanceof CaseEntry.Deviation deviation) {
            List<String> logs = LogCollection.left(deviation);
            told.replaceAll((collection, before) ->
                    collection.incident().equals(recorded.incident()) && logs.contains(log(collection))
                            ? before.left(recorded.sequence())
                            : before);
        }
    }

    /** Samples of mails are told of as collections, and have no place: the custody log is theirs. */
    private static boolean isOfLog(String source) {
        return Word.find(CollectedLog.class, source).isPresent();
    }

    private static String log(Collection collection) {
        return Word.of(CollectionSource.parse(collection.source()).log().log());
    }

    /** What is said of a collection of the table; empty where nothing is. */
    Optional<Told> take(String incident, String source) {
        return IncidentId.isIncidentId(incident)
                ? Optional.ofNullable(told.remove(new Collection(new IncidentId(incident), source)))
                : Optional.empty();
    }

    /** Those that the table has not and should have. */
    Map<Collection, Told> rest() {
        Map<Collection, Told> rest = new LinkedHashMap<>(told);
        rest.values().removeIf(Told::isLeft);
        return rest;
    }
}
