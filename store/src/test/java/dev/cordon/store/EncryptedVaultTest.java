package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.Passphrase;
import dev.cordon.evidence.Provenance;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The vault promises the same when it is encrypted, and shows nothing to who has only the files. */
class EncryptedVaultTest extends StoredVaultTest {
    static final Passphrase WORDS = new Passphrase("correct horse battery");
    private static final Passphrase OTHERS = new Passphrase("another twelve words");
    private static final String MARK = "only-in-the-bytes";
    private static final int PIECE = 1 << 16;

    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void names_the_folder() {
        data = folder.resolve("data");
    }

    @Override
    Store fresh(OpenStores opened) {
        Store store = opened.fresh(WORDS);
        store.encryption().encrypt(WORDS);
        return store;
    }

    private static Passphrases gives(Passphrase passphrase) {
        return refused -> refused == 0 ? Optional.of(passphrase) : Optional.empty();
    }

    private Store open(Passphrases passphrases) {
        return Store.open(StoreLocation.inFolder(data), OpenStores.WALL_TIME, passphrases);
    }

    /** Encrypts as a process does that may die at a moment. */
    private EncryptedFolder encryption(String dies) {
        DataFolder in = new DataFolder(data);
        VaultDoor door = new VaultDoor(in.vaultKey(), gives(WORDS));
        SealedFiles files = new SealedFiles(in.vault(), door);
        return new EncryptedFolder(in, files, door, OpenStores.WALL_TIME, 1000, deed -> {
            if (deed.startsWith(dies)) {
                throw new Died();
            }
        });
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_key_file_is_read_once_while_it_is_the_same_file() throws Exception {
        plainExhibits();
        encryption("nothing").encrypt(WORDS);
        Path file = new DataFolder(data).vaultKey();
        VaultDoor door = new VaultDoor(file, gives(WORDS));
        var key = door.keyId();
        FileTime modified = Files.getLastModifiedTime(file);

        Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
        Files.setLastModifiedTime(file, modified);
        assertThat(door.keyId()).isPresent().isEqualTo(key);

        Files.setLastModifiedTime(file, FileTime.from(modified.toInstant().plusSeconds(1)));
        assertThatThrownBy(door::keyId).isInstanceOf(StoreException.class);
    }

    private List<Exhibit> plainExhibits() {
        try (Store store = open(Passphrases.none())) {
            return List.of(
                    store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("inbox-rules", MARK + " rules")),
                    store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("devices", MARK + " devices")),
                    store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("big", MARK.repeat(10_000))),
                    store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("empty", "")));
        }
    }

    private Verification verify(Passphrases passphrases) {
        try (Store store = open(passphrases)) {
            return store.verifier().verify();
        }
    }

    private Path file(Exhibit exhibit) {
        return data.resolve("vault").resolve(exhibit.sha256().hex());
    }

    private void write(Exhibit exhibit, byte[] bytes) throws IOException {
        Files.delete(file(exhibit));
        Files.write(file(exhibit), bytes);
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("native"))
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void no_plain_byte_of_an_exhibit_stays_in_the_folder_and_all_are_read_as_before() throws IOException {
        List<Exhibit> exhibits = plainExhibits();
        assertThat(filesWith(MARK)).hasSize(3);

        encryption("never").encrypt(WORDS);

        assertThat(filesWith(MARK)).isEmpty();
        try (Store store = open(gives(WORDS))) {
            assertThat(store.encryption().isEncrypted()).isTrue();
            for (Exhibit exhibit : exhibits) {
                assertThat(store.vault().isSealed(exhibit.id())).isTrue();
                assertThat(Digest.sha256(store.vault().open(exhibit.id(), "cordon", "test")))
                        .isEqualTo(exhibit.sha256());
            }
            try (Intake intake =
                    store.vault().receive(new ByteArrayInputStream((MARK + "!").getBytes(StandardCharsets.UTF_8)))) {
                assertThat(filesWith(MARK)).isEmpty();
                Exhibit received = intake.seal(
                        Acquisitions.INCIDENT,
                        new Provenance("file", "x", "y", Optional.empty(), Acquisitions.ACQUIRED_AT, "text/plain"));
                assertThat(store.vault().open(received.id(), "cordon", "test")).hasSize(MARK.length() + 1);
            }
            assertThat(store.verifier().verify().ok()).isTrue();
            assertThat(store.verifier().verify().remarks()).isEmpty();
        }
        assertThat(filesWith(MARK)).isEmpty();
    }

    @Test
    void who_dies_while_encrypting_leaves_every_exhibit_readable_and_the_next_run_goes_on() throws IOException {
        List<Exhibit> exhibits = plainExhibits().stream()
                .sorted(Comparator.comparing(exhibit -> exhibit.sha256().hex()))
                .toList();
        for (String moment : List.of(
                "key",
                "written " + exhibits.get(0).sha256(),
                "replaced " + exhibits.get(1).sha256(),
                "written " + exhibits.get(2).sha256(),
                "replaced " + exhibits.get(3).sha256())) {
            assertThatThrownBy(() -> encryption(moment).encrypt(WORDS)).isInstanceOf(Died.class);
            Verification seen = verify(gives(WORDS));
            assertThat(seen.ok()).as(moment).isTrue();
            assertThat(seen.exhibits()).isEqualTo(4);
            if (moment.equals("key")) {
                assertThat(seen.remarks())
                        .anyMatch(remark -> remark.meaning().contains("4 files lie there as they are"));
            }
        }

        var done = encryption("never").encrypt(WORDS);

        assertThat(done.encrypted() + done.before()).isEqualTo(4);
        assertThat(done.left()).isEmpty();
        assertThat(filesWith(MARK)).isEmpty();
        assertThat(verify(gives(WORDS)).ok()).isTrue();
    }

    @Test
    void plain_remains_of_unfinished_writing_are_taken_away_or_named() throws IOException {
        plainExhibits();
        Path old = Files.writeString(data.resolve("vault").resolve(".new-00000000-0000-0000-0000-000000000001"), MARK);
        Files.setLastModifiedTime(
                old, FileTime.from(OpenStores.WALL_TIME.instant().minus(Duration.ofHours(2))));
        Path young =
                Files.writeString(data.resolve("vault").resolve(".new-00000000-0000-0000-0000-000000000002"), MARK);
        Files.setLastModifiedTime(young, FileTime.from(OpenStores.WALL_TIME.instant()));

        var done = encryption("never").encrypt(WORDS);

        assertThat(done.removed()).isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(done.left())
                .singleElement()
                .asString()
                .contains(young.getFileName().toString(), "hour");
    }

    @Test
    void damaged_plain_bytes_are_left_as_they_are_and_named() throws IOException {
        Exhibit damaged = plainExhibits().getFirst();
        write(damaged, new byte[] {1});

        assertThat(encryption("never").encrypt(WORDS).left())
                .singleElement()
                .asString()
                .contains(damaged.sha256().hex(), "not what its name says");
        assertThat(Files.readAllBytes(file(damaged))).containsExactly(1);
    }

    @Test
    void without_the_passphrase_nothing_is_read_or_sealed_and_nobody_says_that_it_is_genuine() throws IOException {
        Exhibit exhibit = plainExhibits().getFirst();
        encryption("never").encrypt(WORDS);

        for (Passphrases wrong : List.of(Passphrases.none(), gives(OTHERS))) {
            try (Store store = open(wrong)) {
                assertThat(store.vault().exhibits(Acquisitions.INCIDENT)).hasSize(4);
                assertThat(store.vault().isSealed(exhibit.id())).isTrue();
                refused(() -> store.encryption().open());
                refused(() -> store.vault().open(exhibit.id(), "cordon", "test"));
                refused(() -> store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules()));
                refused(() -> store.vault().receive(new ByteArrayInputStream(new byte[1])));
                assertThat(store.vault().exhibits(Acquisitions.INCIDENT)).hasSize(4);
                Verification seen = store.verifier().verify();
                assertThat(seen.faults()).isEmpty();
                assertThat(seen.ok()).isFalse();
                assertThat(seen.exhibits()).isZero();
                assertThat(seen.notRead()).isEqualTo(4);
            }
        }
        Files.delete(file(exhibit));
        assertThat(verify(Passphrases.none()).faults())
                .extracting(Fault::actual)
                .containsExactly("no file");
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.reason())
                                .isIn(StoreException.Reason.VAULT_CLOSED, StoreException.Reason.WRONG_PASSPHRASE))
                .hasMessageNotContaining(OTHERS.reveal());
    }

    @Test
    void whoever_changes_cuts_moves_or_exchanges_encrypted_bytes_is_named() throws IOException {
        List<Exhibit> exhibits = plainExhibits();
        encryption("never").encrypt(WORDS);
        Exhibit big = exhibits.get(2);
        byte[] whole = Files.readAllBytes(file(big));
        int head = 56;
        int piece = PIECE + 16;
        byte[] flipped = whole.clone();
        flipped[head + piece + 5] ^= 1;
        byte[] salted = whole.clone();
        salted[40] ^= 1;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, head, swapped, head + piece, piece);
        System.arraycopy(whole, head + piece, swapped, head, piece);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        for (byte[] tampered : List.of(
                flipped,
                salted,
                swapped,
                longer,
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, head + piece),
                Arrays.copyOf(whole, head + 3),
                Arrays.copyOf(whole, head),
                Arrays.copyOf(whole, 10),
                Files.readAllBytes(file(exhibits.get(1))))) {
            write(big, tampered);
            assertNamed(big);
        }
        write(big, whole);
        assertThat(verify(gives(WORDS)).ok()).isTrue();

        Files.copy(file(exhibits.get(0)), file(exhibits.get(3)), StandardCopyOption.REPLACE_EXISTING);
        assertNamed(exhibits.get(3));
    }

    private void assertNamed(Exhibit exhibit) {
        assertThat(verify(gives(WORDS)).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.path())
                        .contains("vault/" + exhibit.sha256().hex()));
        try (Store store = open(gives(WORDS))) {
            assertThatThrownBy(() -> store.vault().open(exhibit.id(), "cordon", "test"))
                    .isInstanceOf(EvidenceDamagedException.class);
        }
    }

    @Test
    void another_passphrase_opens_it_and_the_one_before_does_not_and_no_exhibit_was_written_anew() throws IOException {
        Exhibit exhibit = plainExhibits().getFirst();
        encryption("never").encrypt(WORDS);
        byte[] before = Files.readAllBytes(file(exhibit));

        encryption("never").change(OTHERS);

        assertThat(Files.readAllBytes(file(exhibit))).isEqualTo(before);
        assertThat(verify(gives(WORDS)).ok()).isFalse();
        assertThat(verify(gives(OTHERS)).ok()).isTrue();
        Passphrases second = refused -> refused == 0 ? Optional.of(WORDS) : Optional.of(OTHERS);
        assertThat(verify(second).ok()).isTrue();
    }

    @Test
    void a_key_file_that_is_gone_malformed_or_of_another_version_is_said_so() throws IOException {
        plainExhibits();
        encryption("never").encrypt(WORDS);
        Path key = data.resolve("vault.key");
        String text = Files.readString(key);
        assertThat(text).doesNotContain(WORDS.reveal()).startsWith("cordon-vault-key/1\n");

        for (String malformed : List.of(
                "", "x".repeat(10_000), text + "more", text.replace("iterations: 1000", "iterations: 99999999"))) {
            Files.writeString(key, malformed);
            keyRefused(StoreException.Reason.KEY_DAMAGED);
        }
        Files.writeString(key, text.replace("key/1", "key/2"));
        keyRefused(StoreException.Reason.NEWER);
        Files.writeString(key, text.replace("iterations: 1000", "iterations: 1001"));
        keyRefused(StoreException.Reason.WRONG_PASSPHRASE);

        Files.delete(key);
        assertThat(verify(gives(WORDS)).faults())
                .hasSize(4)
                .allSatisfy(fault -> assertThat(fault.actual()).contains("vault.key"));
        assertThatThrownBy(() -> encryption("never").encrypt(WORDS))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.KEY_GONE));
        Files.writeString(key, text);
        assertThat(verify(gives(WORDS)).ok()).isTrue();
    }

    private void keyRefused(StoreException.Reason reason) {
        try (Store store = open(gives(WORDS))) {
            assertThatThrownBy(() -> store.encryption().open())
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
        }
    }

    @Test
    void a_process_that_was_at_work_when_the_encryption_began_goes_on_and_the_next_run_takes_it_in()
            throws IOException {
        plainExhibits();
        try (Store before = open(Passphrases.none())) {
            encryption("never").encrypt(WORDS);

            Exhibit late = before.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("late", MARK + " late"));

            assertThat(before.vault().open(late.id(), "cordon", "test")).isNotEmpty();
        }
        assertThat(verify(gives(WORDS)).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.meaning()).startsWith("1 files"));
        assertThat(encryption("never").encrypt(WORDS).encrypted()).isEqualTo(1);
        assertThat(filesWith(MARK)).isEmpty();
    }

    @Test
    void a_plain_exhibit_that_looks_encrypted_is_taken_for_what_it_is() throws IOException {
        try (Store store = open(Passphrases.none())) {
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("hostile", "cordon-sealed/1\n" + "0".repeat(99)));
        }
        assertThat(verify(Passphrases.none()).ok()).isTrue();

        assertThat(encryption("never").encrypt(WORDS).encrypted()).isEqualTo(1);

        assertThat(verify(gives(WORDS)).ok()).isTrue();
        assertThat(filesWith("0".repeat(99))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_key_file_is_its_owners_alone() throws IOException {
        plainExhibits();
        encryption("never").encrypt(WORDS);

        assertThat(Files.getPosixFilePermissions(data.resolve("vault.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
