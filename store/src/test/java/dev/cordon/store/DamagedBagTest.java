package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.bag.BagWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exhibit that is damaged stops no export: the bag names it, goes without it, and is genuine as what it is. */
class DamagedBagTest {
    @TempDir
    private Path folder;

    private Store store;
    private Exhibit rules;
    private Exhibit devices;

    @BeforeEach
    void seal() {
        store = Store.open(folder.resolve("data"), OpenStores.WALL_TIME);
        rules = store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        devices = store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("devices", "[]"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path sealed(Exhibit exhibit) {
        return folder.resolve("data/vault").resolve(exhibit.sha256().hex());
    }

    private BagWriter.Written write(String name, Audience audience) {
        return Bags.write(store, folder.resolve(name), false, audience, BagSeals.none());
    }

    @Test
    void the_rest_is_handed_out_and_the_damage_is_named_everywhere() throws IOException {
        Files.delete(sealed(rules));
        Files.writeString(sealed(rules), "other bytes");

        BagWriter.Written written = write("bag", Audience.FULL);

        Path bag = folder.resolve("bag");
        assertThat(written.damaged()).containsExactly(rules.id());
        assertThat(written.exhibits()).isEqualTo(1);
        assertThat(bag.resolve("data/exhibits/" + devices.id() + "-devices.json"))
                .exists();
        assertThat(bag.resolve("data/exhibits/" + rules.id() + "-inbox-rules.json"))
                .doesNotExist();
        assertThat(Files.readString(bag.resolve("data/README.txt")))
                .contains("DAMAGED", rules.id().value());
        assertThat(Files.readString(bag.resolve("bag-info.txt"))).contains("Cordon-Damaged-Exhibits: 1");
        assertThat(Files.readString(bag.resolve("data/exhibits.csv")))
                .contains(rules.sha256().hex(), "expected SHA-256 " + rules.sha256());
        assertThat(store.custody().entries(Acquisitions.INCIDENT))
                .extracting(CustodyEntry::event)
                .anyMatch(event -> event instanceof CustodyEvent.Damaged damage
                        && damage.exhibit().equals(rules.id()));
        BagVerification verified = BagVerifier.verify(bag);
        assertThat(verified.verification().faults()).isEmpty();
        assertThat(verified.verification().exhibits()).isEqualTo(1);
        assertThat(verified.verification().remarks())
                .anyMatch(remark -> remark.meaning().contains(rules.id().value()));
        assertThat(store.verifier().verify().ok()).isFalse();
    }

    @Test
    void what_is_gone_without_a_tombstone_is_damaged_too() throws IOException {
        Files.delete(sealed(devices));

        assertThat(write("bag", Audience.FULL).damaged()).containsExactly(devices.id());
        assertThat(BagVerifier.verify(folder.resolve("bag")).ok()).isTrue();
    }

    @Test
    void who_takes_an_exhibit_out_and_calls_it_damaged_is_found() throws IOException {
        write("bag", Audience.FULL);
        Path bag = folder.resolve("bag");
        Files.delete(bag.resolve("data/exhibits/" + rules.id() + "-inbox-rules.json"));
        Path list = bag.resolve("data/exhibits.json");
        Files.writeString(list, Files.readString(list).replaceFirst("\"damaged\":null", "\"damaged\":\"so what\""));
        Bags.listAnew(bag);

        assertThat(BagVerifier.verify(bag).verification().faults())
                .anyMatch(fault -> fault.path().orElse("").contains(rules.id().value())
                        && fault.meaning().contains("missing"));
    }

    @Test
    void once_it_is_mended_the_next_export_has_it_again() throws IOException {
        byte[] bytes = Files.readAllBytes(sealed(rules));
        Files.delete(sealed(rules));
        write("first", Audience.FULL);
        Files.write(sealed(rules), bytes);

        BagWriter.Written second = write("second", Audience.FULL);

        assertThat(second.damaged()).isEmpty();
        assertThat(BagVerifier.verify(folder.resolve("second")).verification().faults())
                .isEmpty();
        assertThat(store.verifier().verify().ok()).isTrue();
    }

    @Test
    void what_an_audience_does_not_get_is_not_read_for_it() throws IOException {
        Files.delete(sealed(devices));

        BagWriter.Written legal = write("legal", Audience.LEGAL);

        assertThat(legal.damaged()).isEmpty();
        assertThat(legal.withheld()).isEqualTo(1);
    }
}
