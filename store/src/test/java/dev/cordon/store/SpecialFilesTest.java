package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever lies in the place of a file: it is named, nobody waits for it, and nothing is read through it. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest {
    @TempDir
    private Path folder;

    private Path data = Path.of(".");
    private Path report = Path.of(".");

    /** What may be put there. */
    enum Special {
        PIPE,
        ENDLESS,
        FOLDER,
        LINK_TO_THE_SAME_BYTES,
        LINK_TO_NOTHING;

        void put(Path file, Path folder) throws Exception {
            Path moved = folder.resolve("moved");
            Files.move(file, moved);
            switch (this) {
                case PIPE -> pipe(file);
                case ENDLESS -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
                case FOLDER -> Files.createDirectory(file);
                case LINK_TO_THE_SAME_BYTES -> Files.createSymbolicLink(file, moved);
                case LINK_TO_NOTHING -> Files.createSymbolicLink(file, folder.resolve("nothing"));
            }
        }
    }

    private static void pipe(Path file) throws IOException, InterruptedException {
        Process made = new ProcessBuilder("mkfifo", file.toString()).start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
    }

    @BeforeEach
    void writes_a_store() throws IOException {
        data = folder.resolve("data");
        report = data.resolve(TamperedStoreTest.REPORT);
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            TamperedStoreTest.fill(store, report);
        }
    }

    private Path vaultFile() {
        return data.resolve("vault/"
                + Digest.sha256(Acquisitions.of("inbox-rules", "rule 0").bytes())
                        .hex());
    }

    private List<Fault> faults() {
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            return store.verifier().verify().faults();
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_the_place_of_an_exhibit_is_a_fault(Special special) throws Exception {
        Path file = vaultFile();
        special.put(file, folder);

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).contains("vault/" + file.getFileName());
            assertThat(fault.actual()).doesNotContain("SHA-256");
        });
    }

    @ParameterizedTest
    @EnumSource
    void in_the_place_of_an_exhibit_is_damage_for_an_export(Special special) throws Exception {
        special.put(vaultFile(), folder);
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            Exhibit exhibit = store.vault().exhibits(Acquisitions.INCIDENT).getFirst();

            assertThat(store.vault().isSealed(exhibit.id())).isFalse();
            assertThat(Bags.write(store, folder.resolve("bag"), false, Audience.FULL, BagSeals.none())
                            .damaged())
                    .containsExactly(exhibit.id());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FOLDER", mode = EnumSource.Mode.EXCLUDE)
    void is_mended_by_sealing_the_right_bytes_again(Special special) throws Exception {
        special.put(vaultFile(), folder);
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("inbox-rules", "rule 0"));
        }

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void in_the_place_of_an_exhibit_is_named_where_the_database_is_damaged_too(Special special) throws Exception {
        special.put(vaultFile(), folder);

        assertThat(Store.verifyRemains(
                                data,
                                new StoreException(StoreException.Reason.DAMAGED, "Reading", null),
                                Passphrases.none())
                        .faults())
                .extracting(fault -> fault.path().orElse(""))
                .contains("cordon.db", "vault/" + vaultFile().getFileName());
    }

    @ParameterizedTest
    @EnumSource
    void in_the_place_of_the_heads_is_a_fault_and_work_goes_on(Special special) throws Exception {
        special.put(data.resolve("heads"), folder);
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("inbox-rules", "another"));
        }

        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).contains("heads"));
    }

    @ParameterizedTest
    @EnumSource
    void in_the_place_of_a_report_is_a_fault(Special special) throws Exception {
        special.put(report, folder);

        assertThat(faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.path()).contains(TamperedStoreTest.REPORT));
    }

    @Test
    void in_the_place_of_what_says_where_the_store_or_its_key_lies_is_refused() throws Exception {
        pipe(folder.resolve("store"));
        assertThatThrownBy(() -> StoreLocation.of(folder, Map.of())).isInstanceOf(StoreException.class);

        pipe(data.resolve("vault.key"));
        assertThatThrownBy(this::faults)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.KEY_DAMAGED));
    }
}
