package dev.cordon.investigation.records;

import dev.cordon.investigation.records.LogRecord.Outcome;
import dev.cordon.investigation.records.LogRecord.ZoneRule;
import dev.cordon.investigation.records.RawRecord.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows of the message trace: as {@code Get-MessageTraceV2} and Graph write them, and the reports of the Exchange admin center. For one thread.
 *
 * <p>The log gives a row no id of its own. It is the trace's id with the recipient: a mail to several has a row for each of them. The same
 * delivery asked for again later, perhaps with another status, is the same row. In a report of the admin center a row may have all recipients,
 * who are then in its id together, and the extended one has a row for every event, whose name and time part them. Where no trace's id is
 * given the mail's own stands for it.
 */
final class TraceRows implements CsvRows.Maker {
    static final String OPERATION = "Mail";

    private static final List<String> TIMES =
            List.of("origin_timestamp_utc", "date_time_utc", "date (utc)", "received", "receiveddatetime");

    private final int time;
    private final int trace;
    private final int message;
    private final int sender;
    private final int recipients;
    private final int subject;
    private final int status;
    private final int address;
    private final int event;
    private final boolean isUtc;

    TraceRows(CsvRows.Columns columns) {
        this.time = columns.of(TIMES.toArray(String[]::new));
        this.isUtc = columns.of("origin_timestamp_utc", "date_time_utc", "date (utc)") >= 0;
        this.trace = columns.of("network_message_id", "messagetraceid", "message trace id");
        this.message = columns.of("message_id", "messageid", "message id");
        this.sender = columns.of("sender_address", "senderaddress", "sender address", "sender");
        this.recipients = recipients(columns);
        this.subject = columns.of("message_subject", "subject");
        this.status = columns.of("status", "delivery_status");
        this.address = columns.of("original_client_ip", "fromip", "from ip");
        this.event = columns.of("event_id");
    }

    /** Of the extended report the addresses, of the summary those with what became of each. */
    private static int recipients(CsvRows.Columns columns) {
        return columns.of(
                "recipient_address", "recipient_status", "recipientaddress", "recipient address", "recipient");
    }

    static boolean isHead(List<String> names) {
        var columns = new TraceRows(new CsvRows.Columns(names, false));
        return columns.time >= 0
                && columns.sender >= 0
                && columns.recipients >= 0
                && (columns.trace >= 0 || columns.message >= 0);
    }

    @Override
    public RowResult make(CsvRows.Cells cells, long row) {
        List<String> said = Arrays.stream(cells.in(recipients).split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        String happened = cells.in(event).strip();
        return record(
                row,
                isUtc ? ZoneRule.BY_COLUMN : ZoneRule.BY_SCHEMA,
                cells.in(trace),
                cells.in(time),
                cells.in(sender),
                cells.in(address),
                said.stream().map(TraceRows::withoutStatus).toList(),
                RecordText.orElse(happened, RecordText.orElse(cells.in(status), statuses(said))),
                cells.in(message),
                cells.in(subject),
                happened.isEmpty() ? "" : happened + " " + cells.in(time).strip());
    }

    private static String withoutStatus(String recipient) {
        int mark = recipient.indexOf("##");
        return mark < 0 ? recipient : recipient.substring(0, mark).strip();
    }

    /** What became of it for each recipient; once where it is the same for all. */
    private static String statuses(List<String> recipients) {
        return recipients.stream()
                .map(recipient -> recipient.substring(withoutStatus(recipient).length()))
                .map(status -> status.replace("##", "").strip())
                .filter(status -> !status.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    static boolean isOne(RawRecord json) {
        return !json.first(Field.RECEIVED, Field.RECEIVED_TIME).isEmpty()
                && !json.first(Field.SENDER, Field.RECIPIENT).isEmpty();
    }

    static RowResult record(RawRecord json, long row) {
        String recipient = json.value(Field.RECIPIENT).strip();
        return record(
                row,
                ZoneRule.BY_SCHEMA,
                json.first(Field.MESSAGE_TRACE_ID, Field.ID),
                json.first(Field.RECEIVED, Field.RECEIVED_TIME),
                json.value(Field.SENDER),
                json.value(Field.FROM_IP),
                recipient.isEmpty() ? List.of() : List.of(recipient),
                json.value(Field.STATUS),
                json.value(Field.MESSAGE_ID),
                json.value(Field.SUBJECT),
                "");
    }

    private static RowResult record(
            long row,
            ZoneRule unstated,
            String trace,
            String time,
            String sender,
            String address,
            List<String> recipients,
            String status,
            String message,
            String subject,
            String parting) {
        String of = RecordText.orElse(dashed(trace.strip()), message.strip());
        String to = String.join(";", recipients);
        return new RecordText(LogRecord.Log.MESSAGE_TRACE, unstated, row)
                .record(
                        of.isEmpty() ? "" : id(of, to, parting),
                        time,
                        OPERATION,
                        sender.strip(),
                        address,
                        "",
                        "",
                        outcome(status),
                        status.strip(),
                        "",
                        recipients.isEmpty() ? "" : String.join("; ", recipients))
                .with(RowDetail.of(new TraceDetail(
                        RecordText.kept(message.strip()),
                        RecordText.kept(subject),
                        recipients.stream().map(RecordText::kept).toList())));
    }

    /** The admin center writes the id without its dashes. */
    private static String dashed(String id) {
        return id.matches("[0-9a-fA-F]{32}")
                ? id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                : id;
    }

    /** What is longer than an id may be is in it by its digest. */
    private static String id(String trace, String recipients, String parting) {
        String whole = RecordText.joinedBy(" ", trace, recipients, parting).toLowerCase(Locale.ROOT);
        return whole.length() <= LogFileLimits.LONGEST_ID ? whole : "sha256:" + digest(whole);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A mail that lies in quarantine or among the spam was neither delivered as it was meant nor refused. */
    private static Outcome outcome(String status) {
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "delivered", "expanded", "receive, deliver", "receive, send", "deliver", "send" -> Outcome.SUCCEEDED;
            case "failed", "receive, fail", "fail" -> Outcome.FAILED;
            default -> Outcome.NOT_SAID;
        };
    }
}
