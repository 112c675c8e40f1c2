package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.Provenance;
import dev.cordon.evidence.chain.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is longer than a piece lies in pieces on a server, and is the same as any other exhibit. */
class ExhibitsInPiecesTest {
    private static final byte[] LONG = bytes(2 * SealedRows.PIECE + 17);

    @TempDir
    private Path folder;

    private OpenStores stores = new OpenStores(Path.of("."), Placed.ON_SERVER);

    @BeforeEach
    void prepare() {
        stores = new OpenStores(folder, Placed.ON_SERVER);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(4).nextBytes(bytes);
        return bytes;
    }

    private static Exhibit receive(Store store, byte[] bytes) throws IOException {
        try (Intake intake = store.vault().receive(new ByteArrayInputStream(bytes))) {
            return intake.seal(
                    Acquisitions.INCIDENT,
                    new Provenance("file", "x", "y", Optional.empty(), Acquisitions.ACQUIRED_AT, "text/plain"));
        }
    }

    private static long pieces(String address) {
        return Long.parseLong(TestingServer.value(address, "SELECT count(*) FROM vault_pieces"));
    }

    @Test
    void a_long_exhibit_is_kept_read_mended_and_deleted_piece_by_piece() throws IOException {
        Path data = stores.nextFolder();
        Store store = stores.fresh();
        String address = Files.readString(data.resolve(StoreLocation.FILE));

        Exhibit exhibit = receive(store, LONG);
        receive(store, LONG);

        assertThat(pieces(address)).isEqualTo(3);
        assertThat(store.vault().isSealed(exhibit.id())).isTrue();
        assertThat(Digest.sha512(store.vault().open(exhibit.id(), "cordon", "test")))
                .isEqualTo(exhibit.sha512());
        assertThat(store.verifier().verify().ok()).isTrue();

        for (String refused : new String[] {
            "UPDATE vault_pieces SET bytes = 'x', digest = encode(sha256('x'), 'hex')",
            "UPDATE vault_pieces SET bytes = 'x'",
            "UPDATE vault SET bytes = 'x'",
            "DELETE FROM vault_pieces",
            "TRUNCATE vault_pieces",
            "TRUNCATE vault CASCADE"
        }) {
            assertThatThrownBy(() -> TestingServer.execute(address, refused))
                    .as(refused)
                    .isInstanceOf(IllegalStateException.class);
        }
        TestingServer.execute(
                address,
                "ALTER TABLE vault_pieces DROP CONSTRAINT the_piece_is_its_digest",
                "ALTER TABLE vault_pieces DISABLE TRIGGER pieces_are_only_mended",
                "UPDATE vault_pieces SET bytes = 'x' WHERE number = 1",
                "ALTER TABLE vault_pieces ENABLE TRIGGER pieces_are_only_mended");
        assertThatThrownBy(() -> store.vault().open(exhibit.id(), "cordon", "test"))
                .isInstanceOf(EvidenceDamagedException.class);
        assertThat(store.verifier().verify().faults())
                .anyMatch(fault -> fault.expected().contains("the_piece_is_its_digest"))
                .anyMatch(fault -> fault.path().equals(Optional.of("vault/" + exhibit.sha256())));
        receive(store, LONG);
        assertThat(store.vault().open(exhibit.id(), "cordon", "test")).hasSize(LONG.length);

        store.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin");

        assertThat(pieces(address)).isZero();
        assertThat(TestingServer.value(address, "SELECT count(*) FROM vault")).isEqualTo("0");
    }

    @Test
    void what_an_older_version_kept_in_one_row_is_read_and_sealed_again_as_it_lies() throws IOException {
        Path data = stores.nextFolder();
        Store store = stores.fresh();
        String address = Files.readString(data.resolve(StoreLocation.FILE));
        Exhibit exhibit = receive(store, LONG);
        TestingServer.execute(
                address,
                "SET session_replication_role = replica",
                "UPDATE vault SET bytes = (SELECT string_agg(bytes, '' ORDER BY number) FROM vault_pieces)",
                "DELETE FROM vault_pieces");

        receive(store, LONG);

        assertThat(pieces(address)).isZero();
        assertThat(store.vault().open(exhibit.id(), "cordon", "test")).isEqualTo(LONG);
        assertThat(store.verifier().verify().ok()).isTrue();
    }

    @Test
    void the_vault_of_a_server_is_not_encrypted_and_says_so() {
        Store store = stores.fresh();

        assertThat(store.encryption().isEncrypted()).isFalse();
        assertThatThrownBy(() -> store.encryption().requirePossible())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("administrator");
    }
}
