package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.bag.BagWriter;
import dev.cordon.evidence.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lawfully gone is told from what somebody took away. */
class ExpiredEvidenceTest {
    @TempDir
    private Path folder;

    private OpenStores stores;
    private Path data = Path.of("");
    private Store store;
    private Exhibit rules;
    private Exhibit devices;
    private Exhibit others;

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @BeforeEach
    void seal() {
        stores = new OpenStores(folder, placed());
        data = stores.nextFolder();
        store = stores.open(data);
        rules = store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        devices = store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("devices", "[]"));
        others = store.vault().seal(Acquisitions.OTHER_INCIDENT, Acquisitions.of("roles", "[1]"));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void the_store_stays_genuine_and_says_what_is_lawfully_gone() {
        store.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin");

        Verification verification = store.verifier().verify();

        assertThat(verification.faults()).isEmpty();
        assertThat(verification.exhibits()).isEqualTo(1);
        assertThat(verification.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.meaning())
                        .contains("2 exhibits", Acquisitions.INCIDENT.value(), "lawfully gone", "kept P3Y", "admin"));
        assertThat(lies(rules)).isFalse();
        assertThat(lies(devices)).isFalse();
        assertThat(lies(others)).isTrue();
    }

    @Test
    void what_is_gone_without_a_tombstone_stays_a_fault() throws Exception {
        store.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin");
        takeAway(others);

        assertThat(store.verifier().verify().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path())
                        .contains("vault/" + others.sha256().hex()));
    }

    @Test
    void a_tombstone_that_names_other_bytes_or_was_made_under_a_hold_covers_nothing() throws Exception {
        store.custody()
                .append(
                        Acquisitions.OTHER_INCIDENT,
                        new CustodyEvent.Deleted(others.id(), rules.sha256(), "forged", "nobody"));
        store.custody().append(Acquisitions.INCIDENT, new CustodyEvent.Held("counsel", "admin", "a claim"));
        store.custody()
                .append(
                        Acquisitions.INCIDENT,
                        new CustodyEvent.Deleted(rules.id(), rules.sha256(), "in spite of it", "nobody"));
        takeAway(rules);

        assertThat(store.verifier().verify().faults())
                .extracting(fault -> fault.entry().or(fault::path).orElse(""))
                .containsExactly(
                        "custody 4", "custody 6", "vault/" + rules.sha256().hex());
    }

    @Test
    void a_deletion_that_was_cut_off_is_remarked_on_and_finished_by_the_next() {
        store.custody()
                .append(
                        Acquisitions.INCIDENT,
                        new CustodyEvent.Deleted(rules.id(), rules.sha256(), "kept P3Y", "admin"));

        assertThat(store.verifier().verify().faults()).isEmpty();
        assertThat(store.verifier().verify().remarks())
                .anyMatch(
                        remark -> remark.path().equals("vault/" + rules.sha256().hex())
                                && remark.meaning().contains("cut off"));

        assertThat(store.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "admin"))
                .hasSize(1);
        assertThat(lies(rules)).isFalse();
        assertThat(store.verifier().verify().remarks()).hasSize(1);
    }

    @Test
    void an_export_names_what_is_gone_with_its_tombstone_and_verifies() throws IOException {
        store.vault().expire(Acquisitions.INCIDENT, "kept P3Y", "=admin");
        Exhibit later = store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("roles", "[2]"));
        Path bag = folder.resolve("bag");

        BagWriter.Written written = write(bag);

        assertThat(written.exhibits()).isEqualTo(1);
        assertThat(written.deleted()).isEqualTo(2);
        assertThat(Files.readString(bag.resolve("data/exhibits.json"))).contains("kept P3Y", "custody entry 4");
        assertThat(Files.readString(bag.resolve("data/README.txt"))).contains("the exhibits (2) whose bytes");
        BagVerification verified = BagVerifier.verify(bag);
        assertThat(verified.verification().faults()).isEmpty();
        assertThat(verified.verification().exhibits()).isEqualTo(1);
        assertThat(verified.verification().remarks())
                .anyMatch(remark -> remark.meaning().startsWith("2 exhibits had been lawfully deleted"));

        Files.delete(bag.resolve("data/exhibits/" + later.id() + "-roles.json"));
        assertThat(BagVerifier.verify(bag).verification().faults())
                .anyMatch(fault -> fault.meaning().contains(later.id() + " (roles) is missing"));
    }

    @Test
    void what_is_gone_without_a_tombstone_is_damage() throws Exception {
        takeAway(devices);

        assertThat(write(folder.resolve("bag")).damaged()).isNotEmpty();
    }

    @Test
    void the_retention_is_the_last_that_was_chosen() {
        assertThat(store.retention().chosen()).isEmpty();
        assertThat(store.retention().current()).isEqualTo(Retention.USUAL);
        store.retention().choose(Retention.parse("P1Y").orElseThrow(), "admin", "policy 4");

        RetentionSetting.Choice chosen =
                store.retention().choose(Retention.parse("P18M").orElseThrow(), "admin", "=policy 5");

        assertThat(stores.open(data).retention().chosen()).contains(chosen);
        assertThat(store.retention().current()).isEqualTo(chosen.retention());
    }

    private BagWriter.Written write(Path bag) {
        return Bags.write(store, bag, false, Audience.FULL, BagSeals.none());
    }

    /** Whether something lies under the exhibit's name, whatever the custody log says. */
    private boolean lies(Exhibit exhibit) {
        return switch (placed()) {
            case IN_FOLDER ->
                Files.exists(data.resolve("vault").resolve(exhibit.sha256().hex()));
            case ON_SERVER -> {
                try (Database database = new Database(placed().dialect(data))) {
                    yield new SealedRows(database, data).size(exhibit.sha256()).isPresent();
                }
            }
        };
    }

    /** What somebody does who goes behind Cordon's back. */
    private void takeAway(Exhibit exhibit) throws IOException, SQLException {
        if (placed() == Placed.IN_FOLDER) {
            Files.delete(data.resolve("vault").resolve(exhibit.sha256().hex()));
            return;
        }
        try (Dialect dialect = placed().dialect(data);
                Connection connection = dialect.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "SET session_replication_role = replica",
                    "DELETE FROM vault WHERE sha256 = '" + exhibit.sha256() + "'",
                    "SET session_replication_role = origin")) {
                statement.execute(sql);
            }
        }
    }
}
