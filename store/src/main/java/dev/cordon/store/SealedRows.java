package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table {@code vault}, for a database that several machines share, and what is longer than a piece in {@code vault_pieces}.
 * The tables themselves check each name, and each piece against its digest.
 */
final class SealedRows implements SealedBytes {
    /** What is held in memory at once, here and on the server. */
    static final int PIECE = 4 << 20;

    // Also when the row is there but is not what its name says: the right bytes mend it. Else a trigger would refuse
    // it.
    private static final String KEEP = """
            INSERT INTO vault (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes
            WHERE encode(sha256(vault.bytes), 'hex') <> vault.sha256
            """;

    private static final String KEEP_PIECE = """
            INSERT INTO vault_pieces (sha256, number, digest, bytes) VALUES (?, ?, ?, ?)
            ON CONFLICT (sha256, number) DO UPDATE SET bytes = excluded.bytes, digest = excluded.digest
            WHERE encode(sha256(vault_pieces.bytes), 'hex') <> excluded.digest
            """;

    private final Database database;
    private final Path folder;

    /**
     * The rows.
     *
     * @param folder where bytes are received before they become rows
     */
    SealedRows(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public void keep(Digest sha256, byte[] bytes) {
        if (bytes.length > PIECE) {
            keepPieces(sha256, () -> new ByteArrayInputStream(bytes));
        } else {
            keepRow(sha256, bytes);
        }
    }

    private void keepRow(Digest sha256, byte[] bytes) {
        int _ = database.write("Sealing evidence", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setString(1, sha256.hex());
                statement.setBytes(2, bytes);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Received receive(InputStream bytes) throws IOException {
        return Received.into(folder.resolve(".new-" + UUID.randomUUID()), bytes, false);
    }

    @Override
    public void keep(Received received) {
        Fixity fixity = received.fixity();
        if (fixity.size() > PIECE) {
            keepPieces(fixity.sha256(), received::open);
            return;
        }
        try (InputStream bytes = received.open()) {
            keepRow(fixity.sha256(), bytes.readAllBytes());
        } catch (IOException e) {
            throw unread(e);
        }
    }

    /** Bytes that can be read from their beginning. */
    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    /** One transaction of its own, in which nobody else waits to append: a long exhibit takes its time. */
    private void keepPieces(Digest sha256, Source source) {
        int _ = database.bulk("Sealing evidence", connection -> {
            if (isWhole(connection, sha256)) {
                return 0;
            }
            try (PreparedStatement whole = connection.prepareStatement(
                            "INSERT INTO vault (sha256) VALUES (?) ON CONFLICT (sha256) DO UPDATE SET bytes = NULL WHERE vault.bytes IS NOT NULL");
                    PreparedStatement piece = connection.prepareStatement(KEEP_PIECE);
                    InputStream bytes = source.open()) {
                whole.setString(1, sha256.hex());
                whole.executeUpdate();
                piece.setString(1, sha256.hex());
                return keepPieces(piece, bytes);
            } catch (IOException e) {
                throw unread(e);
            }
        });
    }

    /** Kept by an older version in one row, or by somebody else meanwhile: bytes that are right stay as they lie. */
    private static boolean isWhole(Connection connection, Digest sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT encode(sha256(bytes), 'hex') = sha256 FROM vault WHERE sha256 = ? AND bytes IS NOT NULL")) {
            statement.setString(1, sha256.hex());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static int keepPieces(PreparedStatement piece, InputStream bytes) throws SQLException, IOException {
        int number = 0;
        for (byte[] next = bytes.readNBytes(PIECE); next.length > 0; next = bytes.readNBytes(PIECE)) {
            piece.setInt(2, number);
            piece.setString(3, Digest.sha256(next).hex());
            piece.setBytes(4, next);
            piece.executeUpdate();
            number++;
        }
        return number;
    }

    private StoreException unread(IOException e) {
        return StoreException.of("Sealing evidence received in", folder, e);
    }

    @Override
    public void remove(Connection within, Digest sha256) throws SQLException {
        for (String table : List.of("vault_pieces", "vault")) {
            try (PreparedStatement statement = within.prepareStatement("DELETE FROM " + table + " WHERE sha256 = ?")) {
                statement.setString(1, sha256.hex());
                statement.executeUpdate();
            }
        }
    }

    @Override
    public OptionalLong size(Digest sha256) {
        return database.read("Looking for evidence", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT coalesce(octet_length(bytes),
                        (SELECT sum(octet_length(p.bytes)) FROM vault_pieces p WHERE p.sha256 = v.sha256), 0)
                    FROM vault v WHERE v.sha256 = ?
                    """)) {
                statement.setString(1, sha256.hex());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /** What an older version kept in one row comes as a whole. */
    @Override
    public Optional<InputStream> stream(Digest sha256) {
        return stream(sha256.hex());
    }

    private Optional<InputStream> stream(String name) {
        return database.read("Reading evidence", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT bytes FROM vault WHERE sha256 = ?")) {
                statement.setString(1, name);
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    byte @Nullable [] bytes = rows.getBytes(1);
                    return Optional.of(bytes == null ? new Pieces(name) : new ByteArrayInputStream(bytes));
                }
            }
        });
    }

    /** The pieces one after the other, until there is no next one. */
    private final class Pieces extends InputStream {
        private final String name;
        private InputStream piece = InputStream.nullInputStream();
        private int number;

        Pieces(String name) {
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (true) {
                int read = piece.read(bytes, offset, length);
                if (read >= 0) {
                    return read;
                }
                Optional<byte[]> next = piece(name, number);
                if (next.isEmpty()) {
                    return -1;
                }
                piece = new ByteArrayInputStream(next.get());
                number++;
            }
        }
    }

    private Optional<byte[]> piece(String name, int number) {
        return database.read("Reading evidence", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT bytes FROM vault_pieces WHERE sha256 = ? AND number = ?")) {
                statement.setString(1, name);
                statement.setInt(2, number);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<String> names() {
        return database.read("Looking through the vault", SealedRows::names);
    }

    private static List<String> names(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT sha256 FROM vault ORDER BY sha256");
                ResultSet rows = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** What no reading of an exhibit comes to: of a row that has its bytes itself, behind a piece that is not there, or of no row at all. */
    private static final String STRAY_PIECES = """
            SELECT p.sha256, count(*) AS pieces, min(p.number) AS first, max(p.number) AS last
            FROM (SELECT sha256, number, row_number() OVER (PARTITION BY sha256 ORDER BY number) - 1 AS place FROM vault_pieces) p
            LEFT JOIN vault v ON v.sha256 = p.sha256
            WHERE v.sha256 IS NULL OR v.bytes IS NOT NULL OR p.number <> p.place
            GROUP BY p.sha256 ORDER BY p.sha256
            """;

    private static List<Fault> strayPieces(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STRAY_PIECES);
                ResultSet rows = statement.executeQuery()) {
            List<Fault> stray = new ArrayList<>();
            while (rows.next()) {
                stray.add(Fault.inFile(
                        "vault_pieces/" + rows.getString("sha256"),
                        "no pieces but those that an exhibit is made of",
                        rows.getLong("pieces") + " more, numbers " + rows.getInt("first") + " to "
                                + rows.getInt("last"),
                        "Cordon did not write them: somebody put them there, or took away what they belong to. They are no"
                                + " evidence."));
            }
            return stray;
        }
    }

    @Override
    public long judge(List<String> names, Predicate<String> isKnown, List<Fault> faults, List<Remark> remarks) {
        faults.addAll(database.read("Looking through the pieces", SealedRows::strayPieces));
        names.stream()
                .filter(isKnown.negate())
                .forEach(name -> stream(name).ifPresent(bytes -> {
                    String sha256 = measured(name, bytes).sha256().hex();
                    if (sha256.equals(name)) {
                        remarks.add(SealedBytes.orphan(name));
                    } else {
                        faults.add(SealedBytes.foreign(name, "SHA-256 " + sha256));
                    }
                }));
        return 0;
    }

    private static Fixity measured(String name, InputStream bytes) {
        try (bytes) {
            return Fixity.of(bytes);
        } catch (IOException e) {
            throw StoreException.of("Reading", Path.of(SealedBytes.name(name)), e);
        }
    }
}
