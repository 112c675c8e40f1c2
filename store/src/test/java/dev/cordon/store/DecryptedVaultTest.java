package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.Passphrase;
import dev.cordon.evidence.Provenance;
import dev.cordon.evidence.VaultEncryption.Decrypted;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault promises the same when it was encrypted and taken back to plain bytes. */
class DecryptedVaultTest extends StoredVaultTest {
    private static final Passphrase WORDS = EncryptedVaultTest.WORDS;
    private static final Passphrase OTHERS = new Passphrase("another twelve words");
    private static final String MARK = "only-in-the-bytes";

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
        store.encryption().decrypt();
        return store;
    }

    private static Passphrases gives(Passphrase passphrase) {
        return refused -> refused == 0 ? Optional.of(passphrase) : Optional.empty();
    }

    private Store open(Passphrases passphrases) {
        return Store.open(StoreLocation.inFolder(data), OpenStores.WALL_TIME, passphrases);
    }

    /** Encrypts and decrypts as a process does that may die at a moment. */
    private EncryptedFolder encryption(Passphrase passphrase, String dies) {
        DataFolder in = new DataFolder(data);
        VaultDoor door = new VaultDoor(in.vaultKey(), gives(passphrase));
        SealedFiles files = new SealedFiles(in.vault(), door);
        return new EncryptedFolder(in, files, door, OpenStores.WALL_TIME, 1000, deed -> {
            if (deed.startsWith(dies)) {
                throw new Died();
            }
        });
    }

    private Decrypted decrypt() {
        return encryption(WORDS, "never").decrypt();
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private List<Exhibit> encryptedExhibits() {
        List<Exhibit> exhibits;
        try (Store store = open(Passphrases.none())) {
            exhibits = Stream.of(MARK + " rules", MARK + " devices", MARK.repeat(10_000), "")
                    .map(text ->
                            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("kind-" + text.length(), text)))
                    .sorted(Comparator.comparing(exhibit -> exhibit.sha256().hex()))
                    .toList();
        }
        encryption(WORDS, "never").encrypt(WORDS);
        assertThat(plainFiles()).isZero();
        return exhibits;
    }

    private Path file(Exhibit exhibit) {
        return data.resolve("vault").resolve(exhibit.sha256().hex());
    }

    /** How many exhibits show their bytes to who has only the files. */
    private long plainFiles() {
        try (Stream<Path> files = Files.list(data.resolve("vault"))) {
            return files.filter(file -> Digest.isDigest(file.getFileName().toString()))
                    .filter(file -> holds(file, MARK))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verification verify(Passphrases passphrases) {
        try (Store store = open(passphrases)) {
            return store.verifier().verify();
        }
    }

    @Test
    void without_a_passphrase_everything_is_read_and_sealed_again_and_the_key_is_put_aside() throws IOException {
        List<Exhibit> exhibits = encryptedExhibits();

        Decrypted done = decrypt();

        assertThat(done).isEqualTo(new Decrypted(4, 0, true, List.of()));
        assertThat(plainFiles()).isEqualTo(3);
        assertThat(data.resolve("vault.key")).doesNotExist();
        assertThat(data.resolve("vault.key.leaving")).doesNotExist();
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.matches("vault[.]key[.]retired-[0-9a-f]{16}"));
        }
        try (Store store = open(Passphrases.none())) {
            assertThat(store.encryption().isEncrypted()).isFalse();
            for (Exhibit exhibit : exhibits) {
                assertThat(Digest.sha256(store.vault().open(exhibit.id(), "cordon", "test")))
                        .isEqualTo(exhibit.sha256());
            }
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("later", MARK + " later"));
            assertThat(store.verifier().verify().ok()).isTrue();
            assertThat(store.verifier().verify().remarks()).isEmpty();
        }
        assertThat(plainFiles()).isEqualTo(4);
    }

    @Test
    void who_dies_while_decrypting_leaves_every_exhibit_readable_and_the_next_run_goes_on() {
        List<Exhibit> exhibits = encryptedExhibits();
        for (String moment : List.of(
                "leaving",
                "written " + exhibits.get(0).sha256(),
                "replaced " + exhibits.get(0).sha256(),
                "replaced " + exhibits.get(2).sha256(),
                "replaced " + exhibits.get(3).sha256())) {
            assertThatThrownBy(() -> encryption(WORDS, moment).decrypt()).isInstanceOf(Died.class);
            Verification seen = verify(gives(WORDS));
            assertThat(seen.ok()).as(moment).isTrue();
            assertThat(seen.exhibits()).isEqualTo(4);
            try (Store store = open(Passphrases.none())) {
                assertThat(store.encryption().isEncrypted())
                        .as("whoever writes is asked for the passphrase still")
                        .isTrue();
            }
        }
        assertThat(verify(gives(WORDS)).remarks())
                .anyMatch(remark -> remark.meaning().contains("began to decrypt the vault"));

        assertThatThrownBy(() -> encryption(WORDS, "retired").decrypt()).isInstanceOf(Died.class);

        assertThat(verify(Passphrases.none()).ok()).isTrue();
        assertThat(plainFiles()).isEqualTo(3);
    }

    @Test
    void a_decryption_that_was_cut_off_can_be_turned_back() {
        List<Exhibit> exhibits = encryptedExhibits();
        assertThatThrownBy(() -> encryption(WORDS, "replaced " + exhibits.get(2).sha256())
                        .decrypt())
                .isInstanceOf(Died.class);
        try (Store store = open(gives(WORDS))) {
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("meanwhile", MARK + " meanwhile"));
        }
        assertThat(plainFiles()).isPositive();

        encryption(WORDS, "never").encrypt(WORDS);

        assertThat(plainFiles()).isZero();
        assertThat(verify(gives(WORDS)).ok()).isTrue();
        assertThat(verify(gives(WORDS)).remarks()).isEmpty();
    }

    @Test
    void without_the_passphrase_nothing_is_decrypted() {
        encryptedExhibits();

        assertThatThrownBy(() -> encryption(OTHERS, "never").decrypt())
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.WRONG_PASSPHRASE));

        assertThat(data.resolve("vault.key.leaving")).doesNotExist();
        assertThat(plainFiles()).isZero();
    }

    @Test
    void damaged_bytes_stay_as_they_are_and_are_named() throws IOException {
        Exhibit damaged = encryptedExhibits().getFirst();
        byte[] bytes = Files.readAllBytes(file(damaged));
        bytes[bytes.length - 1] ^= 1;
        Files.delete(file(damaged));
        Files.write(file(damaged), bytes);

        Decrypted done = decrypt();

        assertThat(done.decrypted()).isEqualTo(3);
        assertThat(done.left())
                .singleElement()
                .asString()
                .contains(damaged.sha256().hex(), "were changed");
        assertThat(Files.readAllBytes(file(damaged))).isEqualTo(bytes);
        assertThat(verify(Passphrases.none()).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.actual()).contains("vault.key.retired-"));
    }

    @Test
    void a_process_that_knows_the_key_seals_plainly_from_then_on_also_what_it_has_received_before() {
        encryptedExhibits();
        try (Store before = open(gives(WORDS))) {
            before.encryption().open();
            try (Intake intake = before.vault()
                    .receive(new ByteArrayInputStream((MARK + " came").getBytes(StandardCharsets.UTF_8)))) {
                assertThat(decrypt().wholly()).isTrue();

                intake.seal(
                        Acquisitions.INCIDENT,
                        new Provenance("file", "x", "y", Optional.empty(), Acquisitions.ACQUIRED_AT, "text/plain"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            before.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("late", MARK + " late"));
            assertThat(before.verifier().verify().ok()).isTrue();
        }
        assertThat(plainFiles()).isEqualTo(5);
        assertThat(verify(Passphrases.none()).ok()).isTrue();
    }

    @Test
    void what_another_process_is_still_writing_encrypted_keeps_the_key_in_its_place() throws IOException {
        Exhibit exhibit = encryptedExhibits().getLast();
        Path unfinished =
                Files.copy(file(exhibit), data.resolve("vault").resolve(".new-00000000-0000-0000-0000-000000000001"));
        Files.setLastModifiedTime(unfinished, FileTime.from(OpenStores.WALL_TIME.instant()));

        Decrypted done = decrypt();

        assertThat(done.wholly()).isFalse();
        assertThat(done.left()).singleElement().asString().contains("another process");
        assertThat(data.resolve("vault.key")).exists();

        Files.delete(unfinished);
        assertThat(decrypt()).isEqualTo(new Decrypted(0, 4, true, List.of()));
    }

    @Test
    void it_can_be_encrypted_anew_with_another_passphrase_and_a_process_that_knows_the_old_key_uses_it_no_more() {
        encryptedExhibits();
        try (Store before = open(gives(WORDS))) {
            before.encryption().open();
            assertThat(decrypt().wholly()).isTrue();
            encryption(OTHERS, "never").encrypt(OTHERS);

            Exhibit late = before.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("late", MARK + " late"));

            assertThat(before.vault().open(late.id(), "cordon", "test")).isNotEmpty();
        }
        assertThat(encryption(OTHERS, "never").encrypt(OTHERS).encrypted()).isEqualTo(1);
        assertThat(verify(gives(OTHERS)).ok()).isTrue();
        assertThat(verify(gives(WORDS)).ok()).isFalse();
    }
}
