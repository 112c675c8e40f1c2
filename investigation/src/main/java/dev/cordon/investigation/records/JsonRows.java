package dev.cordon.investigation.records;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.cordon.investigation.records.RawRecord.Field;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON as a stream: an array of records, a page that holds one, a single record, or a record in each line. For one thread. */
final class JsonRows {
    private static final Pattern PLACE = Pattern.compile("at (line \\d+ column \\d+)");
    private static final String LINES = "application/x-ndjson";
    private static final String DOCUMENT = "application/json";

    private final RawRecord record = new RawRecord();
    private final TextOfFile text;
    private final Rows rows;
    private LogFile.@Nullable Kind kind;
    private boolean isNoLog;

    private JsonRows(TextOfFile text, Rows rows) {
        this.text = text;
        this.rows = rows;
    }

    static LogFile.Read read(TextOfFile text, boolean byLine, Rows rows) throws IOException {
        JsonRows file = new JsonRows(text, rows);
        if (byLine) {
            file.lines();
        } else {
            file.document();
        }
        String mediaType = byLine ? LINES : DOCUMENT;
        return file.isNoLog || (file.kind == null && rows.count() == 0)
                ? LogFile.Read.file(mediaType)
                : rows.read(file.kind == null ? LogFile.Kind.FILE : file.kind, mediaType);
    }

    private void lines() throws IOException {
        LinesOfText lines = new LinesOfText(text);
        while (!isNoLog && lines.next()) {
            text.recordBegins();
            String line = lines.line();
            if (line.isBlank()) {
                continue;
            }
            rows.next();
            record.parse(line);
            if (!record.flaw().isEmpty() && lines.isLast() && !text.endsWithLineBreak()) {
                throw rows.malformed("the file ends in the middle of it. " + record.flaw(), Optional.empty());
            }
            take();
        }
    }

    private void document() throws IOException {
        try {
            JsonReader reader = RawRecord.reader(text);
            switch (reader.peek()) {
                case BEGIN_ARRAY -> records(reader);
                case BEGIN_OBJECT -> pageOrRecord(reader);
                case END_ARRAY, END_OBJECT, NAME, STRING, NUMBER, BOOLEAN, NULL, END_DOCUMENT -> isNoLog = true;
            }
            if (!isNoLog && reader.peek() != JsonToken.END_DOCUMENT) {
                throw rows.malformed("something follows the end of the JSON.", Optional.empty());
            }
        } catch (EOFException e) {
            throw rows.malformed("the JSON ends in the middle: the file is cut off.", place(e));
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            throw rows.malformed("the JSON is malformed or cut off.", place(e));
        }
    }

    private void pageOrRecord(JsonReader reader) throws IOException {
        RawRecord whole = new RawRecord();
        whole.read(reader, this::records);
        if (whole.value(Field.RECORDS).isEmpty()) {
            rows.next();
            record.copy(whole);
            take();
        }
    }

    private void records(JsonReader reader) throws IOException {
        reader.beginArray();
        while (reader.hasNext()) {
            text.recordBegins();
            if (isNoLog) {
                reader.skipValue();
                continue;
            }
            rows.next();
            if (reader.peek() == JsonToken.BEGIN_OBJECT) {
                record.read(reader, null);
                take();
            } else {
                reader.skipValue();
                noRecord("It is no JSON object.");
            }
        }
        reader.endArray();
    }

    /** What the first row is tells what the file is. */
    private void take() {
        if (!record.flaw().isEmpty()) {
            rows.unreadable(record.flaw());
            return;
        }
        if (record.auditData().isPresent() || !record.first(Field.CREATION_TIME).isEmpty()) {
            isKind(LogFile.Kind.AUDIT_LOG);
            rows.take(audit());
        } else if (!record.value(Field.CREATED).isEmpty() && isSignIn()) {
            isKind(LogFile.Kind.SIGN_INS);
            rows.take(signIn());
        } else {
            noRecord("It is neither a row of the audit log nor a sign-in.");
        }
    }

    private void isKind(LogFile.Kind found) {
        kind = kind == null ? found : kind;
    }

    private void noRecord(String reason) {
        isNoLog = kind == null && rows.count() == 1;
        if (!isNoLog) {
            rows.unreadable(reason);
        }
    }

    private boolean isSignIn() {
        return record.hasStatus()
                || !record.first(Field.IP_ADDRESS, Field.APPLICATION).isEmpty();
    }

    private RowResult audit() {
        RawRecord inner = record.auditData().orElse(record);
        return AuditRows.record(
                inner,
                RecordText.orElse(inner.value(Field.ID), record.value(Field.ID)),
                RecordText.orElse(inner.value(Field.CREATION_TIME), record.value(Field.CREATED)),
                RecordText.orElse(inner.value(Field.OPERATION), record.value(Field.OPERATION)),
                RecordText.orElse(inner.value(Field.USER_ID), record.first(Field.USER_NAME, Field.USER_ID)),
                record.value(Field.CLIENT_IP),
                rows.count());
    }

    private RowResult signIn() {
        String code = record.value(Field.ERROR_CODE);
        var outcome = OutcomeRule.ofSignIn("", code);
        String reason = outcome == LogRecord.Outcome.SUCCEEDED ? "" : record.value(Field.FAILURE_REASON);
        String interactive = record.value(Field.INTERACTIVE);
        return new RecordText(LogRecord.Log.SIGN_INS, LogRecord.ZoneRule.BY_SCHEMA, rows.count())
                .record(
                        record.value(Field.ID),
                        record.value(Field.CREATED),
                        interactive.equals("false")
                                ? SignInRows.OPERATION + " (non-interactive)"
                                : SignInRows.OPERATION,
                        record.first(Field.USER_NAME, Field.USER_ID),
                        record.value(Field.IP_ADDRESS),
                        record.value(Field.SESSION_ID),
                        record.value(Field.USER_AGENT),
                        outcome,
                        RecordText.joined(code, reason),
                        record.value(Field.APPLICATION),
                        record.value(Field.RESOURCE))
                .with(RowDetails.of(record));
    }

    /** The path in the parser's words names members, which are the attacker's: only line and column are taken. */
    private static Optional<String> place(Exception e) {
        Matcher found = PLACE.matcher(String.valueOf(e.getMessage()));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
