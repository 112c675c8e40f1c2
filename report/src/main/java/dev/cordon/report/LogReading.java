package dev.cordon.report;

import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.procedure.journal.CaseEntry.CollectionEnded;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How far one log was read by those who collected it: said beside everything that was found in it, and beside "none". */
final class LogReading {
    private final Log log;
    private final List<LogCollection> collections;

    private LogReading(Log log, List<LogCollection> collections) {
        this.log = log;
        this.collections = collections;
    }

    static LogReading of(ReportSource source, Log log) {
        return new LogReading(
                log,
                source.state().chronicle().collections().stream()
                        .filter(one -> Word.find(CollectedLog.class, one.source())
                                .filter(known -> known.log() == log)
                                .isPresent())
                        .toList());
    }

    /** Whether anything of it was read to its end. */
    boolean isRead() {
        return collections.stream().anyMatch(LogReading::isRead);
    }

    /** Whether all of it that was asked for was read to its end: only then does a row that is not there say anything. */
    boolean isWhole() {
        return isRead() && missing().isEmpty();
    }

    /** What it is called. */
    String name() {
        return Words.log(log);
    }

    /** Why a row that is not there says nothing. */
    String whyNotWhole() {
        return collections.isEmpty()
                ? "not collected"
                : missing().stream().map(LogReading::outcome).distinct().collect(Collectors.joining(", "));
    }

    private static String outcome(LogCollection missing) {
        return missing.ended()
                .filter(_ -> missing.isEnded())
                .map(ended -> Word.of(ended.outcome()).replace('-', ' '))
                .orElse("not ended");
    }

    private static boolean isRead(LogCollection collection) {
        return collection.isEnded()
                && collection.ended().filter(ended -> ended.outcome().isRead()).isPresent();
    }

    /** What one channel to the audit log could not bring is not missing where the other one did, for all of the same time. */
    private List<LogCollection> missing() {
        return collections.stream()
                .filter(one -> !isRead(one))
                .filter(one -> log != Log.AUDIT_LOG
                        || collections.stream()
                                .noneMatch(other -> other.of().equals(one.of()) && isRead(other) && covers(other, one)))
                .toList();
    }

    /** Whether what was read was asked for all the time of what is not, as far as rows of it were kept. */
    private static boolean covers(LogCollection read, LogCollection missing) {
        boolean isFromTheBeginning = !from(read).isAfter(from(missing))
                || !from(read).isAfter(CollectedLog.AUDIT_LOG_SEARCH.oldest(read.until()));
        return isFromTheBeginning && !read.until().isBefore(missing.until());
    }

    /** What was deleted before it was asked for is not spoken of at the end of a round, although it was wanted at its beginning. */
    private static Instant from(LogCollection collection) {
        return collection
                .ended()
                .filter(_ -> collection.isEnded())
                .map(CollectionEnded::from)
                .orElse(collection.from());
    }

    /** What a log without a row says: that it was read, that it could not be, or that nobody asked. */
    String withoutRows() {
        if (!missing().isEmpty()) {
            return "none: not read";
        }
        return isRead() ? "none: it was read and had none" : "none: not looked at";
    }

    /** Names each part that was asked for and did not come, and why; nothing where all came. */
    List<Block> notice() {
        List<LogCollection> missing = missing();
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Notice(
                        Tone.ATTENTION,
                        "Not wholly read: " + Words.log(log),
                        Inline.text(
                                "What is found below is not all, and “none” holds only within what was read. Missing:")),
                new Block.Points(missing.stream().map(LogReading::point).toList()));
    }

    private static List<Inline> point(LogCollection missing) {
        long rows = missing.ended().map(CollectionEnded::different).orElse(0L);
        List<Inline> point = new ArrayList<>();
        point.add(new Inline.Text(Words.capital(Words.log(missing.source())) + " of"));
        point.add(new Inline.Value(missing.of()));
        point.addAll(CollectionTable.stand(missing));
        point.add(new Inline.Text(Words.count(rows, "row", "rows") + " of it came."));
        return point;
    }
}
