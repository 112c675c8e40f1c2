package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.RowDetail;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A row of a log with the exhibit that proves it.
 *
 * @param exhibit the sealed file it stands in
 * @param record the row
 * @param detail what it says beyond that
 */
public record EvidenceRow(ExhibitId exhibit, LogRecord record, RowDetail detail) {
    /** In order of time; those of one moment by their log and id, so that the order they came in is forgotten. */
    static final Comparator<EvidenceRow> IN_TIME = Comparator.comparing((EvidenceRow row) -> row.record.at())
            .thenComparing(row -> row.record.log())
            .thenComparing(row -> row.record.id());

    public EvidenceRow {
        requireNonNull(exhibit, "exhibit is null");
        requireNonNull(record, "record is null");
        requireNonNull(detail, "detail is null");
    }

    String actor() {
        return Names.plain(record.actor());
    }

    String address() {
        return Places.outside(record.address());
    }

    String session() {
        return Names.plain(record.session());
    }

    String token() {
        return Names.plain(detail.token());
    }

    /** Without the dot that operations of the directory end with, in lower case. */
    String operation() {
        String plain = record.operation().strip().toLowerCase(Locale.ROOT);
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    boolean isSignIn() {
        return record.log() == LogRecord.Log.SIGN_INS
                || operation().equals("userloggedin")
                || operation().equals("userloginfailed");
    }

    /** Whether an application signed in or acted by itself. */
    boolean isOfApplication() {
        return record.operation().equals(LogRecord.APPLICATIONS_SIGN_IN)
                || detail.directory().byApplication();
    }

    boolean isTrace() {
        return record.log() == LogRecord.Log.MESSAGE_TRACE;
    }

    /** To whom a mail went; where the exhibit says no more, as the stored row has it. */
    List<String> recipients() {
        List<String> named = detail.trace().recipients();
        return named.isEmpty() && isTrace() && !record.object().isBlank() ? List.of(record.object()) : named;
    }

    /** What ties it to the other rows of its act. */
    String correlation() {
        return Names.plain(detail.directory().correlation());
    }

    boolean failed() {
        return record.outcome() == LogRecord.Outcome.FAILED;
    }

    /** The owner of the mailbox it is about: the actor himself where it does not say. */
    String mailbox() {
        return detail.mailbox().isBlank() ? actor() : Names.plain(detail.mailbox());
    }
}
