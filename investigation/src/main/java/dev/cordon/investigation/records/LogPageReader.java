package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads one answer of Microsoft's services as it came over the wire: its rows as records, each with its number in the answer. Stateless; safe
 * for many threads.
 *
 * <p>Known are {@code Search-UnifiedAuditLog} and {@code Get-MessageTraceV2} of Exchange, and Graph's {@code auditLogRecord}, {@code signIn} of
 * every kind, {@code directoryAudit} and {@code exchangeMessageTrace}. Whoever seals the answer as it is reads the same rows with the same
 * numbers from the exhibit with {@link LogFile}.
 *
 * <p>Each row counts, also one of which no record can be made, as the client counts them. A record's id is the log's own, so that a row is
 * the same whichever way it came: of the audit log the one within {@code AuditData}; of the message trace, which has none for a row, the
 * trace's with the recipient.
 */
public final class LogPageReader {
    private LogPageReader() {}

    /**
     * What an answer held.
     *
     * @param rows how many rows it lists
     * @param unreadable those of which no record could be made, in order
     */
    public record Read(long rows, List<UnreadableRow> unreadable) {
        public Read {
            unreadable = List.copyOf(unreadable);
        }

        /** How many records were handed over. */
        public long records() {
            return rows - unreadable.size();
        }
    }

    /**
     * Reads the answer once. One that lists no rows, such as how far a query is, has none.
     *
     * @param log which log was asked; a row of another one is unreadable
     * @param answer the bytes of its body
     * @param rows takes each record in the order of the answer, also those that come twice
     * @throws MalformedLogFileException when it is no JSON or cut off; {@code rows} may have taken some by then, and they are to be dropped
     */
    public static Read read(LogRecord.Log log, byte[] answer, LogFile.RowTaker rows) {
        requireNonNull(log, "log is null");
        int mark = isMarked(answer) ? 3 : 0;
        Rows counted = Rows.detailed(rows);
        refuseBinary(answer, mark);
        try (TextOfFile text = new TextOfFile(new ByteArrayInputStream(answer), StandardCharsets.UTF_8, mark, "")) {
            JsonRows.page(text, log, counted);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        return new Read(counted.count(), counted.unreadable());
    }

    /** Whoever reads the exhibit again refuses it too. */
    private static void refuseBinary(byte[] answer, int mark) {
        try {
            PlainText.refuseBinary(
                    new ByteArrayInputStream(answer), new FileLook.Encoding(StandardCharsets.UTF_8, mark));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }

    private static boolean isMarked(byte[] answer) {
        return answer.length >= 3 && answer[0] == (byte) 0xEF && answer[1] == (byte) 0xBB && answer[2] == (byte) 0xBF;
    }
}
