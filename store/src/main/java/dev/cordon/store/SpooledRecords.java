package dev.cordon.store;

import dev.cordon.incident.Word;
import dev.cordon.investigation.records.LogRecord;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Records in a file of ours until they go into the database: reading a file of a million rows takes much longer than writing them, and nobody
 * else can write to a folder's database meanwhile. For one thread.
 */
final class SpooledRecords implements AutoCloseable {
    /** How the names of such files begin. */
    static final String PREFIX = ".rows-";

    private static final int BUFFER = 1 << 16;
    private static final int AHEAD = 1_000;

    private final Path file;
    private final RandomAccessFile opened;
    private final DataOutputStream out;
    private long count;

    /**
     * None yet.
     *
     * @param file made here, in a folder that is its owner's alone. Where the system can, it loses its name at once, and so is gone with this
     *     process however it ends; elsewhere the next one takes it away
     */
    SpooledRecords(Path file) {
        this.file = file;
        try {
            this.opened = new RandomAccessFile(file.toFile(), "rw");
            this.out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(opened.getFD()), BUFFER));
        } catch (IOException e) {
            throw StoreException.of("Reading rows into", file, e);
        }
        Leftovers.takeAwayAll(file.resolveSibling(""), PREFIX);
    }

    void add(LogRecord row) {
        try {
            out.writeLong(row.row());
            text(Word.of(row.log()));
            text(row.id());
            out.writeLong(nanoseconds(row.at()));
            text(Word.of(row.zoneRule()));
            text(row.operation());
            text(row.actor());
            text(row.address());
            text(row.session());
            text(row.userAgent());
            text(Word.of(row.outcome()));
            text(row.result());
            text(row.workload());
            text(row.object());
            count++;
        } catch (IOException e) {
            throw StoreException.of("Reading rows into", file, e);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Binds each record in turn to all parameters of {@link SqlLogRecords#INSERT} and runs it, so many at once. */
    void each(PreparedStatement statement, int batch, String incident, long exhibit) throws SQLException {
        long[] bound = {0};
        visit(row -> {
            bind(statement, incident, exhibit, row);
            statement.addBatch();
            bound[0]++;
            if (bound[0] % batch == 0 || bound[0] == count) {
                statement.executeBatch();
            }
        });
    }

    /** Takes one of the records. */
    interface Visitor {
        void visit(LogRecord row) throws SQLException;
    }

    /** Shows each record in turn; while some are shown, the next ones are read beside. */
    void visit(Visitor visitor) throws SQLException {
        try (ExecutorService beside = Executors.newSingleThreadExecutor(SpooledRecords::thread)) {
            out.flush();
            opened.seek(0);
            var records = new DataInputStream(new BufferedInputStream(new FileInputStream(opened.getFD()), BUFFER));
            CompletableFuture<List<LogRecord>> next = ahead(records, count, beside);
            for (long left = count; left > 0; left -= AHEAD) {
                List<LogRecord> rows = next.join();
                next = ahead(records, left - AHEAD, beside);
                for (LogRecord row : rows) {
                    visitor.visit(row);
                }
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException unreadable
                    ? StoreException.of("Reading rows from", file, new IOException(unreadable))
                    : e;
        } catch (IOException e) {
            throw StoreException.of("Reading rows from", file, e);
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("reader of rows").unstarted(work);
    }

    private static CompletableFuture<List<LogRecord>> ahead(DataInputStream in, long left, Executor beside) {
        return CompletableFuture.supplyAsync(() -> records(in, Math.min(left, AHEAD)), beside);
    }

    private static List<LogRecord> records(DataInputStream in, long count) {
        List<LogRecord> records = new ArrayList<>();
        try {
            for (long i = 0; i < count; i++) {
                records.add(record(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private static LogRecord record(DataInputStream in) throws IOException {
        long row = in.readLong();
        return new LogRecord(
                word(LogRecord.Log.class, in),
                text(in),
                instant(in.readLong()),
                word(LogRecord.ZoneRule.class, in),
                text(in),
                text(in),
                text(in),
                text(in),
                text(in),
                word(LogRecord.Outcome.class, in),
                text(in),
                text(in),
                text(in),
                row);
    }

    private static <E extends Enum<E>> E word(Class<E> type, DataInputStream in) throws IOException {
        String text = text(in);
        return Word.find(type, text).orElseThrow(() -> new IOException("it holds a word that nobody wrote there"));
    }

    /** Binds a record to all parameters of {@link SqlLogRecords#INSERT}. */
    static void bind(PreparedStatement statement, String incident, long exhibit, LogRecord row) throws SQLException {
        statement.setString(1, incident);
        statement.setLong(2, exhibit);
        statement.setLong(3, row.row());
        statement.setString(4, Word.of(row.log()));
        statement.setString(5, row.id());
        statement.setLong(6, nanoseconds(row.at()));
        statement.setString(7, Word.of(row.zoneRule()));
        statement.setString(8, row.operation());
        statement.setString(9, row.actor());
        statement.setString(10, row.address());
        statement.setString(11, row.session());
        statement.setString(12, row.userAgent());
        statement.setString(13, Word.of(row.outcome()));
        statement.setString(14, row.result());
        statement.setString(15, row.workload());
        statement.setString(16, row.object());
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    long count() {
        return count;
    }

    static long nanoseconds(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    static Instant instant(long nanoseconds) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanoseconds, 1_000_000_000L), Math.floorMod(nanoseconds, 1_000_000_000L));
    }

    @Override
    public void close() {
        try {
            opened.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StoreException.of("Taking away", file, e);
        }
    }
}
