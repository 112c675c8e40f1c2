package dev.cordon.investigation.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts the rows of a file and keeps what is wrong with some. For one thread. */
final class Rows {
    private final Taker taker;
    private final List<UnreadableRow> unreadable = new ArrayList<>();
    private long rows;
    private boolean isOverfull;

    private Rows(Taker taker) {
        this.taker = taker;
    }

    /** Takes a record, and asks what it says beyond it, or not. */
    private interface Taker {
        void take(LogRecord row, Supplier<RowDetail> detail);
    }

    /** Rows of which only the records are wanted: what each says beyond is not even looked for. */
    static Rows plain(Consumer<LogRecord> taker) {
        return new Rows((row, _) -> taker.accept(row));
    }

    /** Rows of which only some are looked at closer. */
    static Rows asked(LogFile.RowLooker looker) {
        return new Rows(looker::take);
    }

    static Rows detailed(LogFile.RowTaker taker) {
        return new Rows((row, detail) -> taker.take(row, detail.get()));
    }

    /** The number of the row that begins now. */
    long next() {
        return ++rows;
    }

    long count() {
        return rows;
    }

    void take(RowResult result) {
        switch (result) {
            case RowResult.Made(var row, var detail) -> taker.take(row, detail);
            case RowResult.NotMade(var reason, var _) -> unreadable(reason);
        }
    }

    void unreadable(String reason) {
        if (unreadable.size() == LogFileLimits.MOST_UNREADABLE) {
            throw new MalformedLogFileException(
                    "row " + rows,
                    "more than " + LogFileLimits.MOST_UNREADABLE + " rows cannot be read; this one: " + reason,
                    LogFile.EXPORT_AGAIN);
        }
        unreadable.add(new UnreadableRow(rows, reason));
    }

    /** The same for a row of what may be no log at all: any number of them is none too many before the first row of one. */
    void stranger(String reason) {
        isOverfull |= unreadable.size() == LogFileLimits.MOST_UNREADABLE;
        if (!isOverfull) {
            unreadable(reason);
        }
    }

    /** What was taken in so far is a log, after all. */
    void refuseStrangers() {
        if (isOverfull) {
            unreadable("a row of a log comes only here.");
        }
    }

    List<UnreadableRow> unreadable() {
        return unreadable;
    }

    LogFile.Read read(LogFile.Kind kind, String mediaType) {
        return new LogFile.Read(kind, mediaType, rows, unreadable, false, List.of());
    }

    /** A refusal that names the row that is being read. */
    MalformedLogFileException malformed(String reason, Optional<String> place) {
        return new MalformedLogFileException(
                "row " + rows + place.map(where -> ", " + where).orElse(""), reason, LogFile.EXPORT_AGAIN);
    }
}
