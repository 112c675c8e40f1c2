package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.TraceDetail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A row of the message trace of a mail that a mailbox sent. Texts are untrusted, empty where the row has none.
 *
 * @param at when
 * @param sender from which address, in lower case
 * @param recipient to which one, in lower case
 * @param subject its subject
 * @param internetMessageId the id in its header
 * @param status what became of it, as the trace spells it
 * @param shownBy the row
 */
public record TracedSend(
        Instant at,
        String sender,
        String recipient,
        String subject,
        String internetMessageId,
        String status,
        EvidenceRef shownBy) {
    /** The earliest first; of one moment always in the same order. */
    static final Comparator<TracedSend> IN_TIME = Comparator.comparing(TracedSend::at)
            .thenComparing(TracedSend::recipient)
            .thenComparing(row -> row.shownBy().record())
            .thenComparing(TracedSend::subject);

    public TracedSend {
        requireNonNull(at, "at is null");
        sender = Addresses.bare(sender);
        recipient = Addresses.bare(recipient);
        requireNonNull(subject, "subject is null");
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(status, "status is null");
        requireNonNull(shownBy, "shownBy is null");
    }

    /** One for each recipient that a row of the trace names. */
    public static List<TracedSend> of(ExhibitId exhibit, LogRecord row, TraceDetail detail) {
        if (row.log() != LogRecord.Log.MESSAGE_TRACE) {
            throw new IllegalArgumentException("No row of the message trace: " + row.log());
        }
        List<String> recipients = detail.recipients().isEmpty() ? List.of(row.object()) : detail.recipients();
        return recipients.stream()
                .map(recipient -> new TracedSend(
                        row.at(),
                        row.actor(),
                        recipient,
                        detail.subject(),
                        detail.internetMessageId(),
                        row.result(),
                        EvidenceRef.of(exhibit, row.id())))
                .toList();
    }
}
