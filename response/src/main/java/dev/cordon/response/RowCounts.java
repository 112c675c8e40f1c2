package dev.cordon.response;

import dev.cordon.investigation.RowIds;
import dev.cordon.investigation.records.LogPageReader;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.investigation.review.AuditLogOperations;
import dev.cordon.investigation.review.Review;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.LogPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands the rows of a log's pages to a review and counts them, each once however often it is given. One thread. */
final class RowCounts {
    private final LogRecord.Log log;
    private final Review review;
    private final Instant from;
    private final RowIds seen = new RowIds();
    private final List<UnreadableRow> unreadable = new ArrayList<>();
    private long housekeeping;
    private long lossPrevention;

    /** Rows before {@code from} are counted and not reviewed: they only show what is usual. */
    RowCounts(LogRecord.Log log, Review review, Instant from) {
        this.log = log;
        this.review = review;
        this.from = from;
    }

    void take(LogPage<?> page) {
        if (page.rows().isEmpty()) {
            return;
        }
        for (Answer answer : page.answers()) {
            try {
                LogPageReader.Read read = LogPageReader.read(log, answer.body().toArray(), this::take);
                unreadable.addAll(read.unreadable());
            } catch (MalformedLogFileException e) {
                unreadable.add(new UnreadableRow(seen.size() + 1L, "A page could not be read: " + e.reason()));
            }
        }
    }

    private void take(LogRecord row, RowDetail detail) {
        if (!seen.add(row.id()) || row.at().isBefore(from)) {
            return;
        }
        housekeeping += review.take(row, () -> detail) == Review.Taken.HOUSEKEEPING ? 1 : 0;
        lossPrevention += row.operation().equalsIgnoreCase(AuditLogOperations.LOSS_PREVENTION) ? 1 : 0;
    }

    long rows() {
        return (long) seen.size() + unreadable.size();
    }

    long housekeeping() {
        return housekeeping;
    }

    long lossPrevention() {
        return lossPrevention;
    }

    List<UnreadableRow> unreadable() {
        return List.copyOf(unreadable);
    }
}
