package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.RowDetail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the mailbox's audit says was done with one mail. Texts are untrusted, empty where the row has none.
 *
 * @param at when
 * @param act what
 * @param internetMessageId which mail
 * @param subject its subject
 * @param address where from
 * @param session in which session
 * @param shownBy the row
 */
public record AuditedMail(
        Instant at,
        Act act,
        String internetMessageId,
        String subject,
        String address,
        String session,
        EvidenceRef shownBy) {
    /** What was done. */
    public enum Act {
        SENT,
        /** In another's name: send as, send on behalf. */
        SENT_AS_ANOTHER,
        DELETED;

        private static Optional<Act> of(String operation) {
            return switch (operation.strip().toLowerCase(Locale.ROOT)) {
                case "send" -> Optional.of(SENT);
                case "sendas", "sendonbehalf" -> Optional.of(SENT_AS_ANOTHER);
                case "softdelete", "harddelete", "movetodeleteditems" -> Optional.of(DELETED);
                default -> Optional.empty();
            };
        }
    }

    public AuditedMail {
        requireNonNull(at, "at is null");
        requireNonNull(act, "act is null");
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(address, "address is null");
        requireNonNull(session, "session is null");
        requireNonNull(shownBy, "shownBy is null");
    }

    /** One for each mail that a row of the audit names; none where it is of another act, failed, or names none. */
    public static List<AuditedMail> of(ExhibitId exhibit, LogRecord row, RowDetail detail) {
        if (row.log() != LogRecord.Log.AUDIT_LOG || row.outcome() == LogRecord.Outcome.FAILED) {
            return List.of();
        }
        return Act.of(row.operation()).stream()
                .flatMap(act -> detail.mail().messages().stream()
                        .map(message -> new AuditedMail(
                                row.at(),
                                act,
                                message.internetMessageId(),
                                message.subject(),
                                row.address(),
                                row.session(),
                                EvidenceRef.of(exhibit, row.id()))))
                .toList();
    }

    boolean isSending() {
        return act != Act.DELETED;
    }
}
