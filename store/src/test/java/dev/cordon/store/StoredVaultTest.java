package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.EvidenceVaultContract;
import dev.cordon.evidence.Exhibit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredVaultTest extends EvidenceVaultContract {
    @TempDir
    private Path folder;

    private OpenStores stores;
    private Path dataFolder = Path.of("");

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    /** A new store in the next folder. */
    Store fresh(OpenStores opened) {
        return opened.fresh();
    }

    @BeforeEach
    void prepare() {
        stores = new OpenStores(folder, placed());
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    protected Fresh fresh() {
        dataFolder = stores.nextFolder();
        Store store = fresh(stores);
        return new Fresh(store.vault(), store.custody());
    }

    @Override
    protected void damage(EvidenceVault vault, Exhibit exhibit) {
        damage(dataFolder, exhibit.sha256().hex());
    }

    /** Spoils what lies under that name. */
    void damage(Path data, String sha256) {
        try {
            Path file = data.resolve("vault").resolve(sha256);
            Files.delete(file);
            Files.write(file, new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<String> leftBehind(EvidenceVault vault) {
        try (Stream<Path> files = Files.walk(dataFolder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(".new-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sealing_damaged_bytes_again_mends_them() {
        Fresh fresh = fresh();
        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        damage(fresh.vault(), exhibit);

        fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());

        assertThat(fresh.vault().open(exhibit.id(), "cordon", "test"))
                .isEqualTo(Acquisitions.inboxRules().bytes());
    }

    @Test
    void an_interrupted_thread_still_seals() {
        Fresh fresh = fresh();
        Thread.currentThread().interrupt();

        Exhibit exhibit = fresh.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(fresh.vault().isSealed(exhibit.id())).isTrue();
    }
}
