package dev.cordon.response;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.records.AuditDetail;
import dev.cordon.investigation.records.DirectoryDetail;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MailDetail;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.records.TraceDetail;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as bytes that only the process that wrote them reads: faster than the log they came from, and exact, also where a text holds half a
 * character. For one thread.
 */
final class RowBytes {
    private static final List<LogRecord.Log> LOGS = List.of(LogRecord.Log.values());
    private static final List<LogRecord.ZoneRule> ZONE_RULES = List.of(LogRecord.ZoneRule.values());
    private static final List<LogRecord.Outcome> OUTCOMES = List.of(LogRecord.Outcome.values());
    private static final List<MailDetail.Access> ACCESSES = List.of(MailDetail.Access.values());
    private static final List<MailDetail.Throttling> THROTTLINGS = List.of(MailDetail.Throttling.values());
    private static final List<DirectoryDetail.Type> TYPES = List.of(DirectoryDetail.Type.values());

    private final Map<Long, ExhibitId> exhibits = new HashMap<>();
    private final CompactBytes bytes = new CompactBytes();

    /** The bytes of a row. */
    byte[] of(EvidenceRow row) {
        bytes.clear();
        bytes.number(row.exhibit().sequence());
        record(row.record());
        bytes.unless(RowDetail.NONE, row.detail(), this::detail);
        return bytes.written();
    }

    /** The row of these bytes, which are looked at only until this returns. */
    EvidenceRow row(byte[] written) {
        bytes.read(written);
        ExhibitId exhibit = exhibits.computeIfAbsent(bytes.number(), ExhibitId::of);
        LogRecord record = record();
        return new EvidenceRow(exhibit, record, bytes.unless(RowDetail.NONE, this::detail));
    }

    private void record(LogRecord record) {
        bytes.word(LOGS, record.log());
        bytes.text(record.id());
        Instant at = record.at();
        bytes.number(at.getEpochSecond());
        bytes.number(at.getNano());
        bytes.word(ZONE_RULES, record.zoneRule());
        bytes.text(record.operation());
        bytes.text(record.actor());
        bytes.text(record.address());
        bytes.text(record.session());
        bytes.text(record.userAgent());
        bytes.word(OUTCOMES, record.outcome());
        bytes.text(record.result());
        bytes.text(record.workload());
        bytes.text(record.object());
        bytes.number(record.row());
    }

    private LogRecord record() {
        return new LogRecord(
                bytes.word(LOGS),
                bytes.text(),
                Instant.ofEpochSecond(bytes.number(), bytes.number()),
                bytes.word(ZONE_RULES),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.word(OUTCOMES),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.number());
    }

    private void detail(RowDetail detail) {
        bytes.text(detail.mailbox());
        bytes.text(detail.mailboxId());
        bytes.text(detail.token());
        bytes.text(detail.device());
        bytes.text(detail.application());
        bytes.text(detail.principal());
        bytes.text(detail.userType());
        bytes.unless(MailDetail.NONE, detail.mail(), this::mail);
        bytes.texts(detail.settings());
        bytes.list(detail.targets(), bytes::text);
        bytes.text(detail.query());
        bytes.unless(DirectoryDetail.NONE, detail.directory(), this::directory);
        bytes.unless(TraceDetail.NONE, detail.trace(), this::trace);
        bytes.unless(AuditDetail.NONE, detail.audit(), this::audit);
    }

    private RowDetail detail() {
        return new RowDetail(
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.text(),
                bytes.unless(MailDetail.NONE, this::mail),
                bytes.texts(),
                bytes.list(bytes::text),
                bytes.text(),
                bytes.unless(DirectoryDetail.NONE, this::directory),
                bytes.unless(TraceDetail.NONE, this::trace),
                bytes.unless(AuditDetail.NONE, this::audit));
    }

    private void mail(MailDetail mail) {
        bytes.word(ACCESSES, mail.access());
        bytes.word(THROTTLINGS, mail.throttling());
        bytes.number(mail.operations());
        bytes.list(mail.messages(), message -> {
            bytes.text(message.internetMessageId());
            bytes.text(message.subject());
            bytes.text(message.folder());
        });
        bytes.number(mail.unnamed());
        bytes.list(mail.folders(), bytes::text);
        bytes.text(mail.destination());
    }

    private MailDetail mail() {
        return new MailDetail(
                bytes.word(ACCESSES),
                bytes.word(THROTTLINGS),
                bytes.number(),
                bytes.list(() -> new MailDetail.Message(bytes.text(), bytes.text(), bytes.text())),
                bytes.number(),
                bytes.list(bytes::text),
                bytes.text());
    }

    private void directory(DirectoryDetail directory) {
        bytes.text(directory.correlation());
        bytes.number(directory.byApplication() ? 1 : 0);
        bytes.list(directory.targets(), target -> {
            bytes.word(TYPES, target.type());
            bytes.text(target.id());
            bytes.text(target.name());
        });
    }

    private DirectoryDetail directory() {
        return new DirectoryDetail(
                bytes.text(),
                bytes.number() == 1,
                bytes.list(() -> new DirectoryDetail.Target(bytes.word(TYPES), bytes.text(), bytes.text())));
    }

    private void trace(TraceDetail trace) {
        bytes.text(trace.internetMessageId());
        bytes.text(trace.subject());
        bytes.list(trace.recipients(), bytes::text);
    }

    private TraceDetail trace() {
        return new TraceDetail(bytes.text(), bytes.text(), bytes.list(bytes::text));
    }

    private void audit(AuditDetail audit) {
        bytes.texts(audit.before());
        bytes.list(audit.actorIds(), bytes::text);
        bytes.text(audit.error());
        bytes.text(audit.logonType());
    }

    private AuditDetail audit() {
        return new AuditDetail(bytes.texts(), bytes.list(bytes::text), bytes.text(), bytes.text());
    }
}
