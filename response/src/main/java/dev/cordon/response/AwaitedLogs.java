package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.records.LogRecord;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The logs whose rows name mails and that are not read to their end, or late.
 *
 * @param logs each with how it stands, for people: may quote untrusted text
 * @param againAt when the first of them is asked again; empty where none is
 */
record AwaitedLogs(List<String> logs, Optional<Instant> againAt) {
    private static final Set<LogRecord.Log> NAMING = EnumSet.of(LogRecord.Log.AUDIT_LOG, LogRecord.Log.MESSAGE_TRACE);

    private static final int MOST_NAMED = 5;

    AwaitedLogs {
        logs = List.copyOf(logs);
        requireNonNull(againAt, "againAt is null");
    }

    /** Those of an incident's collections; where one cannot be gone on with, nobody knows whether its rows are all there. */
    static AwaitedLogs of(KnownCollections known) {
        List<Collected> all = known.all();
        List<Collected> open = all.stream()
                .filter(each -> NAMING.contains(each.source().log().log()) && CollectionAftermath.isOpen(each, all))
                .toList();
        Stream<String> notAsked =
                known.notAsked().stream().filter(NAMING::contains).map(log -> Word.of(log) + " (not asked for)");
        Stream<String> unread = known.unread().stream().map(source -> source + " (its place cannot be read)");
        return new AwaitedLogs(
                Stream.of(open.stream().map(AwaitedLogs::inWords), unread, notAsked)
                        .flatMap(Function.identity())
                        .toList(),
                open.stream()
                        .flatMap(each -> each.progress().ending().stream())
                        .flatMap(ending -> ending.againAt().stream())
                        .min(Instant::compareTo));
    }

    /** What follows for the mails, a sentence; empty text where none is awaited. */
    String sentence() {
        return logs.isEmpty()
                ? ""
                : "Rows that may name more mails are not all there: "
                        + String.join(", ", logs.stream().limit(MOST_NAMED).toList())
                        + (logs.size() > MOST_NAMED ? " and " + (logs.size() - MOST_NAMED) + " more. " : ". ");
    }

    private static String inWords(Collected source) {
        return source.source() + " ("
                + source.progress()
                        .ending()
                        .map(CollectionProgress.Ending::outcome)
                        .map(Word::of)
                        .orElse("not read to its end")
                + ")";
    }
}
