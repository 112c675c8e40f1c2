package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What he did with one file, folder or site of SharePoint or OneDrive, all rows of one kind together. Texts are untrusted.
 *
 * @param kind what
 * @param file its address, as the log has it; empty text where the rows name none
 * @param with whom it was shared with, as the log has it; empty text where the rows do not say, or nothing was shared
 * @param operations as the log spells them
 * @param addresses where from
 * @param rows how many rows: the log puts what comes again within minutes into one
 * @param succeeded whether any of them is not said to have failed
 * @param last when the last time
 * @param shownBy the first of the rows
 */
public record FileAct(
        Kind kind,
        String file,
        String with,
        List<String> operations,
        List<String> addresses,
        long rows,
        boolean succeeded,
        Instant last,
        RowRef shownBy) {
    public FileAct {
        requireNonNull(kind, "kind is null");
        requireNonNull(file, "file is null");
        requireNonNull(with, "with is null");
        operations = List.copyOf(operations);
        addresses = List.copyOf(addresses);
        if (rows < 1) {
            throw new IllegalArgumentException("rows is not positive: " + rows);
        }
        requireNonNull(last, "last is null");
        requireNonNull(shownBy, "shownBy is null");
    }

    /** What was done. */
    public enum Kind {
        /** Opened or shown; whether anybody read it the log does not know. */
        ACCESSED,
        /** Fetched, by hand or by a program that synchronises. */
        DOWNLOADED,
        SHARED,
        /** Brought there, changed, moved or deleted. */
        CHANGED
    }
}
