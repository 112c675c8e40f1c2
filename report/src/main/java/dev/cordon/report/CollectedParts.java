package dev.cordon.report;

import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.procedure.journal.CaseEntry.CollectionEnded;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.journal.RunState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far each log was collected, from the journal. What is collected there and is no log, or one of a newer version, is left out. */
public final class CollectedParts {
    private CollectedParts() {}

    /** The parts of all logs. */
    public static List<CollectedPart> of(RunState state) {
        return state.chronicle().collections().stream()
                .flatMap(CollectedParts::part)
                .toList();
    }

    private static Stream<CollectedPart> part(LogCollection collection) {
        return Word.find(CollectedLog.class, collection.source()).stream()
                .filter(_ -> !collection.of().isBlank())
                .map(log -> part(new CollectionSource(log, collection.of()), collection));
    }

    /** What was deleted before it was asked for is not spoken of at the end of a round, although it was wanted at its beginning. */
    private static CollectedPart part(CollectionSource source, LogCollection collection) {
        Optional<CollectionEnded> latest = collection.ended().filter(_ -> collection.isEnded());
        return new CollectedPart(
                source,
                latest.map(CollectionEnded::from).orElse(collection.from()),
                collection.until(),
                latest.map(CollectionEnded::outcome),
                latest.map(CollectionEnded::reason).orElse(""),
                collection.ended().flatMap(CollectionEnded::through),
                collection.ended().map(CollectionEnded::different).orElse(0L));
    }
}
