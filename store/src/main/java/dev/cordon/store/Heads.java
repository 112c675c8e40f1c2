package dev.cordon.store;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The file {@code heads}: the head of each chain on a line of its own, outside the database, so that an end which is cut off is missed.
 *
 * <p>The lines are padded to one length, so that a new head replaces the old one in a single write of less than a disk sector: it is
 * there or not there, whatever kills the process, and it costs no wait for the disk. After a loss of power it may be a little older.
 *
 * <p>Written after each commit, so it may lag behind the chains but is never ahead of them. It only ever moves forward along a chain that
 * still contains what it said before, and only onto entries whose hashes are what their values make; a file that is gone, damaged or
 * contradicted is left as it is, for the verifier to find. Safe for many threads and many processes: who writes it holds the database's write lock.
 */
final class Heads {
    private static final System.Logger LOG = System.getLogger(Heads.class.getName());
    /** Far more than two padded lines, so that what is too much is seen. */
    private static final int MOST_BYTES = 4096;
    /** So often in succession the database may be too busy: an anchor that never moves again would miss whatever is cut off. */
    private static final int MOST_MISSED = 3;

    private static final String TRIED = "Writing the heads";

    private final Database database;
    private final Path file;
    private final AtomicInteger missed = new AtomicInteger();

    Heads(Database database, Path file) {
        this.database = database;
        this.file = file;
    }

    /**
     * Makes the file where this machine has none yet, and moves it on to what others have appended. Only for a database on a server: on
     * SQLite, a file that is gone was taken away.
     */
    void join() {
        if (Files.exists(file)) {
            advance();
        } else {
            begin();
        }
    }

    /** Makes the file where this machine has none yet, and leaves it as it is where it has one. Only for a database on a server. */
    void begin() {
        if (Files.exists(file)) {
            return;
        }
        database.write(TRIED, connection -> {
            if (!Files.exists(file)) {
                create(
                        file,
                        List.of(
                                ChainTable.soundAfter(connection, ChainHead.empty(Chain.JOURNAL)),
                                ChainTable.soundAfter(connection, ChainHead.empty(Chain.CUSTODY))));
            }
            return true;
        });
    }

    /** Writes the heads of empty chains. Only for a folder that has no database yet. */
    static void create(Path file) throws IOException {
        write(file, List.of(ChainHead.empty(Chain.JOURNAL), ChainHead.empty(Chain.CUSTODY)));
    }

    private static void create(Path file, List<ChainHead> heads) {
        try {
            write(file, heads);
        } catch (IOException e) {
            throw StoreException.of("Writing", file, e);
        }
    }

    private static void write(Path file, List<ChainHead> heads) throws IOException {
        OwnerOnly.replace(file, file.resolveSibling(file.getFileName() + ".new"), bytes(heads), "rw-------");
    }

    /**
     * Moves on to the newest entries. Where the database was too busy for that, the file lags behind, which the program's log says, and the next
     * time makes up for it: the entries themselves are kept. Only so often in succession.
     */
    void advance() {
        try {
            move();
            missed.set(0);
        } catch (StoreException busy) {
            if (!busy.reason().isOfBusyDatabase() || missed.incrementAndGet() >= MOST_MISSED) {
                throw busy;
            }
            LOG.log(System.Logger.Level.WARNING, "heads lag behind; the next entry moves them on file=" + file, busy);
        }
    }

    private void move() {
        database.write(TRIED, connection -> {
            Optional<List<ChainHead>> before = read(file);
            if (before.isPresent()) {
                List<ChainHead> after = moved(connection, before.get());
                if (!after.equals(before.get())) {
                    replace(after);
                }
            }
            return true;
        });
    }

    private static List<ChainHead> moved(Connection connection, List<ChainHead> before) throws SQLException {
        List<ChainHead> after = new ArrayList<>();
        for (ChainHead head : before) {
            after.add(ChainTable.contains(connection, head) ? ChainTable.soundAfter(connection, head) : head);
        }
        return after;
    }

    private void replace(List<ChainHead> heads) {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(bytes(heads));
        } catch (IOException e) {
            throw StoreException.of("Writing", file, e);
        }
    }

    private static byte[] bytes(List<ChainHead> heads) {
        // A name, eighteen digits and a hash are at most ninety-one characters.
        return heads.stream()
                .map(head -> "%-95s\n".formatted(head.text()))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What the file says: one head for each chain; empty when it is gone, is no file, or says anything else. */
    static Optional<List<ChainHead>> read(Path file) {
        try {
            List<ChainHead> heads = readSettled(file)
                    .lines()
                    .flatMap(line -> ChainHead.parse(line.strip()).stream())
                    .toList();
            boolean whole = heads.size() == 2
                    && heads.get(0).chain() == Chain.JOURNAL
                    && heads.get(1).chain() == Chain.CUSTODY;
            return whole ? Optional.of(heads) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Reads until two looks agree: another process may be writing. */
    private static String readSettled(Path file) throws IOException {
        String before = "";
        String now = readOnce(file);
        while (!now.equals(before)) {
            before = now;
            now = readOnce(file);
        }
        return now;
    }

    private static String readOnce(Path file) throws IOException {
        try (InputStream from = PlainFile.open(file)) {
            return new String(from.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        }
    }
}
