package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

/** The rows of the table {@code vault}, for a database that several machines share. The table itself checks each name. */
final class SealedRows implements SealedBytes {
    /** A row holds a gigabyte at most, and the server keeps several copies of it in memory while it checks the name. */
    static final long MOST_BYTES = 256L << 20;

    // Also when the row is there but is not what its name says: the right bytes mend it. Else a trigger would refuse
    // it.
    private static final String KEEP = """
            INSERT INTO vault (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes
            WHERE encode(sha256(vault.bytes), 'hex') <> vault.sha256
            """;

    private final Database database;
    private final Path folder;

    /**
     * The rows.
     *
     * @param folder where bytes are received before they become a row
     */
    SealedRows(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public void keep(Digest sha256, byte[] bytes) {
        database.write("Sealing evidence", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setString(1, sha256.hex());
                statement.setBytes(2, bytes);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Path received() {
        return folder.resolve(".new-" + UUID.randomUUID());
    }

    @Override
    public void keep(Fixity fixity, Path received) {
        if (fixity.size() > MOST_BYTES) {
            throw new StoreException(
                    StoreException.Reason.TOO_LARGE,
                    "Sealing " + fixity.size() + " bytes (at most " + MOST_BYTES + " go into one row)",
                    null);
        }
        database.write("Sealing evidence", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP);
                    InputStream bytes = Files.newInputStream(received)) {
                statement.setString(1, fixity.sha256().hex());
                statement.setBinaryStream(2, bytes, fixity.size());
                return statement.executeUpdate();
            } catch (IOException e) {
                throw StoreException.of("Sealing evidence from", received, e);
            }
        });
    }

    @Override
    public void remove(Connection within, Digest sha256) throws SQLException {
        try (PreparedStatement statement = within.prepareStatement("DELETE FROM vault WHERE sha256 = ?")) {
            statement.setString(1, sha256.hex());
            statement.executeUpdate();
        }
    }

    @Override
    public OptionalLong size(Digest sha256) {
        return database.read("Looking for evidence", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT octet_length(bytes) FROM vault WHERE sha256 = ?")) {
                statement.setString(1, sha256.hex());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    @Override
    public Optional<byte[]> read(Digest sha256) {
        return read(sha256.hex());
    }

    /** A row comes as a whole. */
    @Override
    public Optional<InputStream> stream(Digest sha256) {
        return read(sha256).map(ByteArrayInputStream::new);
    }

    private Optional<byte[]> read(String name) {
        return database.read("Reading evidence", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT bytes FROM vault WHERE sha256 = ?")) {
                statement.setString(1, name);
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

    @Override
    public void judge(List<String> names, Predicate<String> isKnown, List<Fault> faults, List<Remark> remarks) {
        names.stream()
                .filter(isKnown.negate())
                .forEach(name -> read(name).ifPresent(bytes -> {
                    String sha256 = Digest.sha256(bytes).hex();
                    if (sha256.equals(name)) {
                        remarks.add(SealedBytes.orphan(name));
                    } else {
                        faults.add(SealedBytes.foreign(name, "SHA-256 " + sha256));
                    }
                }));
    }
}
