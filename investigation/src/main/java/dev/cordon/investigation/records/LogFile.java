package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads a file that an administrator exported by hand: what it is, and its rows as records. Stateless; safe for many threads.
 *
 * <p>Known are the unified audit log as CSV, from the Purview portal or from {@code Search-UnifiedAuditLog | Export-Csv}, the sign-ins of the
 * Entra portal as CSV or JSON, its audit log as JSON, the message trace as CSV of the Exchange admin center or JSON of {@code
 * Get-MessageTraceV2}, and Graph's rows of each of these as a JSON array, a page, or JSON Lines. Pictures, mails, documents and other text
 * are files without rows.
 */
public final class LogFile {
    static final String EXPORT_AGAIN = "Export it again; nothing of it was imported.";

    private LogFile() {}

    /** Where the bytes of the file can be read from their beginning. */
    @FunctionalInterface
    public interface Source {
        /** Opens them; the caller closes. */
        InputStream open() throws IOException;
    }

    /** Takes the rows of a file. */
    @FunctionalInterface
    public interface RowTaker {
        /** Takes one, with what it says beyond its record. */
        void take(LogRecord row, RowDetail detail);
    }

    /** Takes the rows of a file and looks closer at those it wants to. */
    @FunctionalInterface
    public interface RowLooker {
        /** Takes one; what it says beyond its record can be had until this returns, and costs nothing where nobody asks. */
        void take(LogRecord row, Supplier<RowDetail> detail);
    }

    /** What a file is. */
    public enum Kind {
        /** Rows of the unified audit log. */
        AUDIT_LOG,
        /** Rows of the sign-in log. */
        SIGN_INS,
        /** Rows of the message trace. */
        MESSAGE_TRACE,
        /** Rows of the directory's audit. */
        DIRECTORY_AUDIT,
        /** Detections of Identity Protection. */
        RISK_DETECTIONS,
        /** Alerts of Microsoft's security products. */
        ALERTS,
        /** Something without rows that could be read: a picture, a mail, a document. */
        FILE;

        static Kind of(LogRecord.Log log) {
            return switch (log) {
                case AUDIT_LOG -> AUDIT_LOG;
                case SIGN_INS -> SIGN_INS;
                case MESSAGE_TRACE -> MESSAGE_TRACE;
                case DIRECTORY_AUDIT -> DIRECTORY_AUDIT;
                case RISK_DETECTIONS -> RISK_DETECTIONS;
                case ALERTS -> ALERTS;
            };
        }
    }

    /**
     * A file that was read.
     *
     * @param kind what it is, by its content
     * @param mediaType its media type, by its content
     * @param rows how many rows it has
     * @param unreadable those of which no record could be made, in order
     * @param isFollowed whether it says itself that another page follows, which is not in it: it is not all that was asked for
     * @param notes what else is to be known of it, sentences that quote no content
     */
    public record Read(
            Kind kind,
            String mediaType,
            long rows,
            List<UnreadableRow> unreadable,
            boolean isFollowed,
            List<String> notes) {
        public Read {
            requireNonNull(kind, "kind is null");
            requireNonNull(mediaType, "mediaType is null");
            unreadable = List.copyOf(unreadable);
            notes = List.copyOf(notes);
        }

        static Read file(String mediaType) {
            return new Read(Kind.FILE, mediaType, 0, List.of(), false, List.of());
        }
    }

    /**
     * Looks at the beginning only, so that what cannot be imported is refused before it is read to its end, however long it is.
     *
     * @param bytes from the beginning
     * @throws MalformedLogFileException as {@link #read} would
     */
    public static void refuseByBeginning(InputStream bytes) throws IOException {
        FileLook _ = FileLook.at(bytes.readNBytes(LogFileLimits.LOOKED_AT));
    }

    /**
     * Reads the file once, after a look at its beginning.
     *
     * @param rows takes each record in the order of the file, also those that come twice
     * @throws MalformedLogFileException when the file is malformed, cut off or an archive; {@code rows} may have taken some by then, and they
     *     are to be dropped
     * @throws IOException when it cannot be read
     */
    public static Read read(Source source, Consumer<LogRecord> rows) throws IOException {
        return read(source, Rows.plain(rows));
    }

    /** The same, with what each row says beyond its record. */
    public static Read readDetailed(Source source, RowTaker rows) throws IOException {
        return read(source, Rows.detailed(rows));
    }

    /** The same for whoever looks closer at a few rows of many. */
    public static Read readAsked(Source source, RowLooker rows) throws IOException {
        return read(source, Rows.asked(rows));
    }

    private static Read read(Source source, Rows rows) throws IOException {
        FileLook look;
        try (InputStream bytes = source.open()) {
            look = FileLook.at(bytes.readNBytes(LogFileLimits.LOOKED_AT));
        }
        return switch (look) {
            case FileLook.OfNoRows(var mediaType) -> Read.file(mediaType);
            case FileLook.Text(var encoding, var mediaType) -> {
                PlainText.refuseBinary(source.open(), encoding);
                yield Read.file(mediaType);
            }
            case FileLook.Csv csv -> {
                try (TextOfFile text = csv.encoding().text(source.open(), CsvRows.END)) {
                    yield csv.shape().read(CsvRows.below(csv.linesAbove(), text, csv.separator()), rows);
                }
            }
            case FileLook.Json json -> {
                try (TextOfFile text = json.encoding().text(source.open(), "")) {
                    yield JsonRows.read(text, json.byLine(), rows);
                }
            }
        };
    }
}
