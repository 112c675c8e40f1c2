package dev.cordon.investigation.records;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.investigation.records.RawRecord.Field;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as a stream: an array of records, a page that holds one, a single record, several of these one after another, or one in each
 * line. For one thread.
 */
final class JsonRows {
    private static final Pattern PLACE = Pattern.compile("at (line \\d+ column \\d+)");
    private static final String LINES = "application/x-ndjson";
    private static final String DOCUMENT = "application/json";
    private static final int MOST_NOTES = 20;

    private RawRecord record = new RawRecord();
    private final TextOfFile text;
    private final Rows rows;
    private final @Nullable Log only;
    private LogFile.@Nullable Kind kind;
    private boolean isByLine;
    private final List<String> notLookedInto = new ArrayList<>();
    private boolean isFollowed;

    private JsonRows(TextOfFile text, Rows rows, @Nullable Log only) {
        this.text = text;
        this.rows = rows;
        this.only = only;
    }

    static LogFile.Read read(TextOfFile text, boolean byLine, Rows rows) throws IOException {
        JsonRows file = new JsonRows(text, rows, null);
        if (byLine) {
            file.lines(text);
        } else {
            file.values(text);
        }
        return file.read();
    }

    /** Without a single row of a log it is a file, whatever stands in it. */
    private LogFile.Read read() {
        String mediaType = isByLine ? LINES : DOCUMENT;
        return new LogFile.Read(
                kind == null ? LogFile.Kind.FILE : kind,
                mediaType,
                kind == null ? 0 : rows.count(),
                kind == null ? List.of() : rows.unreadable(),
                isFollowed,
                kind == null ? notLookedInto : List.of());
    }

    /** Reads the rows of one answer, all of one log; none where it lists none. */
    static void page(TextOfFile text, Log log, Rows rows) throws IOException {
        JsonRows page = new JsonRows(text, rows, log);
        page.values(text);
    }

    private void lines(Reader all) throws IOException {
        isByLine = true;
        try (ParsedLines lines = new ParsedLines(text, new LinesOfText(all))) {
            while (lines.next()) {
                if (!lines.line().isBlank()) {
                    line(lines);
                }
            }
        }
    }

    private void line(ParsedLines lines) throws IOException {
        record = lines.record();
        if (record.isPage()) {
            document(new StringReader(lines.line()), "");
            return;
        }
        rows.next();
        if (!record.flaw().isEmpty() && lines.isCutOff()) {
            throw rows.malformed("the file ends in the middle of it. " + record.flaw(), Optional.empty());
        }
        take();
    }

    /** Mostly one. Where it was the first of many lines, a bad one among the others stops nothing. */
    private void values(Reader all) throws IOException {
        JsonValues values = new JsonValues(all);
        boolean isThere = values.next();
        do {
            if (values.count() > 1 && (only != null || !values.isObjectOrArray())) {
                throw rows.malformed("something follows the end of the JSON.", Optional.empty());
            }
            text.recordBegins();
            document(values, values.count() > 1 ? "value " + values.count() + ", " : "");
            if (isThere && only == null && values.isFirstOfLines()) {
                lines(values.rest());
                return;
            }
        } while (values.next());
    }

    private void document(Reader value, String where) throws IOException {
        try {
            JsonReader reader = RawRecord.reader(value);
            switch (reader.peek()) {
                case BEGIN_ARRAY -> records(reader);
                case BEGIN_OBJECT -> pageOrRecord(reader);
                case END_ARRAY, END_OBJECT, NAME, STRING, NUMBER, BOOLEAN, NULL, END_DOCUMENT -> reader.skipValue();
            }
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw rows.malformed("something follows the end of the JSON.", Optional.empty());
            }
        } catch (EOFException e) {
            throw rows.malformed("the JSON ends in the middle: the file is cut off.", place(e, where));
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            boolean isDeep = String.valueOf(e.getMessage()).startsWith("Nesting limit");
            throw rows.malformed(
                    isDeep ? "the JSON is nested far deeper than any log." : "the JSON is malformed or cut off.",
                    place(e, where));
        }
    }

    private void pageOrRecord(JsonReader reader) throws IOException {
        RawRecord whole = new RawRecord();
        whole.read(reader, this::records);
        record.copy(whole);
        if (whole.isPage()) {
            isFollowed = !whole.value(Field.NEXT_LINK).isBlank(); // of several pages the last says so
        }
        if (only == null && (!whole.isPage() || log().isPresent())) {
            rows.next();
            take();
        }
    }

    private void records(JsonReader reader) throws IOException {
        reader.beginArray();
        while (reader.hasNext()) {
            text.recordBegins();
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

    /** The first row of a log tells what the file is, wherever it stands. */
    private void take() {
        if (!record.flaw().isEmpty()) {
            flawed();
            return;
        }
        Optional<Log> log = log();
        if (log.isEmpty()) {
            noRecord("It is no row of a log that is known.");
        } else if (only != null && only != log.get()) {
            rows.unreadable("It is a row of another log.");
        } else {
            kind = kind == null ? LogFile.Kind.of(log.get()) : kind;
            rows.refuseStrangers();
            rows.take(made(log.get()));
        }
    }

    /** Whether it is a row of a log nobody can tell; where no other one is, the file has none. */
    private void flawed() {
        rows.unreadable(record.flaw());
        if (kind == null && notLookedInto.size() < MOST_NOTES) {
            notLookedInto.add("Value " + rows.count()
                    + " could not be looked into, so that nobody knows whether it is a row of a log. " + record.flaw());
        }
    }

    private Optional<Log> log() {
        if (record.auditData().isPresent() || !record.value(Field.CREATION_TIME).isEmpty()) {
            return Optional.of(Log.AUDIT_LOG);
        }
        if (!record.value(Field.CREATED).isEmpty()
                && !record.value(Field.OPERATION).isEmpty()) {
            return Optional.of(Log.AUDIT_LOG); // Graph's record without its auditData
        }
        if (SignInRows.isOne(record)) {
            return Optional.of(Log.SIGN_INS);
        }
        if (DirectoryRows.isOne(record)) {
            return Optional.of(Log.DIRECTORY_AUDIT);
        }
        if (JudgementRows.isDetection(record)) {
            return Optional.of(Log.RISK_DETECTIONS);
        }
        if (JudgementRows.isAlert(record)) {
            return Optional.of(Log.ALERTS);
        }
        return TraceRows.isOne(record) ? Optional.of(Log.MESSAGE_TRACE) : Optional.empty();
    }

    private RowResult made(Log log) {
        return switch (log) {
            case AUDIT_LOG -> audit();
            case SIGN_INS -> SignInRows.record(record, rows.count());
            case DIRECTORY_AUDIT -> DirectoryRows.record(record, rows.count());
            case MESSAGE_TRACE -> TraceRows.record(record, rows.count());
            case RISK_DETECTIONS -> JudgementRows.detection(record, rows.count());
            case ALERTS -> JudgementRows.alert(record, rows.count());
        };
    }

    private void noRecord(String reason) {
        if (kind == null && only == null) {
            rows.stranger(reason);
        } else {
            rows.unreadable(reason);
        }
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

    /** The path in the parser's words names members, which are the attacker's: only line and column are taken. */
    private static Optional<String> place(Exception e, String where) {
        Matcher found = PLACE.matcher(String.valueOf(e.getMessage()));
        return found.find() ? Optional.of(where + found.group(1)) : Optional.empty();
    }
}
