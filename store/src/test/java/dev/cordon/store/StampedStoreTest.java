package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.attestation.TestingAuthority;
import dev.cordon.evidence.attestation.TestingTimeStampServer;
import dev.cordon.evidence.attestation.TimeStamp;
import dev.cordon.evidence.attestation.TimeStamping;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.TrustedRoots;
import dev.cordon.evidence.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stamps over both logs, in the store and in a bag of it. */
class StampedStoreTest {
    private static final TestingAuthority AUTHORITY = TestingAuthority.named("CN=Root");
    private static final TimeStamping SERVER = new TimeStamping(
            new TestingTimeStampServer(AUTHORITY.stamper("CN=Stamper")), RandomGenerator.of("L64X128MixRandom"));

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void seal() {
        store = Store.open(folder.resolve("data"), OpenStores.WALL_TIME);
        store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Stamped.Heads heads() {
        return new Stamped.Heads(store.journal().head(), store.custody().head());
    }

    private static TimeStamp stamp(Stamped of) {
        return SERVER.over(of.imprint()) instanceof StampAnswer.Taken taken ? taken.stamp() : none();
    }

    private static TimeStamp none() {
        throw new AssertionError("no stamp");
    }

    private Exhibit seal(byte[] reply) {
        return store.vault()
                .seal(
                        Acquisitions.INCIDENT,
                        new Acquisition(
                                "time-stamp",
                                "both logs",
                                "https://tsa.example",
                                Optional.empty(),
                                Acquisitions.ACQUIRED_AT,
                                "application/timestamp-reply",
                                reply));
    }

    private void record(Exhibit exhibit, Stamped of, TimeStamp stamp) {
        store.custody()
                .append(
                        Acquisitions.INCIDENT,
                        new CustodyEvent.Timestamped(
                                exhibit.id(), of, "https://tsa.example", stamp.time(), stamp.serial(), "admin"));
    }

    private Exhibit stamped() {
        Stamped.Heads of = heads();
        TimeStamp stamp = stamp(of);
        Exhibit exhibit = seal(stamp.reply());
        record(exhibit, of, stamp);
        return exhibit;
    }

    private TrustedRoots roots() throws IOException {
        return TrustedRoots.in(AUTHORITY.writeRoot(folder.resolve("root.pem")));
    }

    private Verification verified() throws IOException {
        return store.verifier().verify(List.of(), roots());
    }

    @Test
    void a_stamp_is_verified_and_trusted_only_with_its_root() throws IOException {
        Exhibit exhibit = stamped();

        assertThat(verified().faults()).isEmpty();
        assertThat(verified().attestations()).singleElement().satisfies(stamp -> {
            assertThat(stamp.isProof()).isTrue();
            assertThat(stamp.place()).contains("custody 3", exhibit.id().value());
            assertThat(stamp.over()).contains("custody 1");
        });
        assertThat(store.verifier().verify().attestations()).noneMatch(Attestation::isProof);
    }

    @Test
    void a_stamp_that_is_changed_swapped_or_removed_is_named() throws IOException {
        Exhibit exhibit = stamped();
        Path file = folder.resolve("data/vault").resolve(exhibit.sha256().hex());
        byte[] bytes = Files.readAllBytes(file);
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        for (byte[] other : List.of(changed, stamp(heads()).reply(), new byte[0])) {
            replace(file, other);
            assertThat(verified().faults())
                    .anyMatch(fault ->
                            fault.path().orElse("").contains(exhibit.sha256().hex()));
        }
        Files.delete(file);
        assertThat(verified().faults())
                .anyMatch(fault ->
                        fault.path().orElse("").contains(exhibit.sha256().hex()));
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }

    /** By somebody who may write entries: what the entry tells of has to be the stamp that lies there. */
    @Test
    void an_entry_that_tells_of_another_stamp_is_named() throws IOException {
        Stamped.Heads first = heads();
        TimeStamp stamp = stamp(first);
        Exhibit exhibit = seal(stamp.reply());
        record(exhibit, heads(), stamp);
        TimeStamp later = new TimeStamp(
                stamp.reply(), stamp.imprint(), stamp.time().minusSeconds(1), stamp.serial(), stamp.signer());
        record(exhibit, first, later);
        record(store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("time-stamp", "{}")), first, stamp);

        assertThat(verified().faults())
                .extracting(fault -> fault.entry().orElse(""))
                .containsExactlyInAnyOrder("custody 3", "custody 4", "custody 6");
        assertThat(verified().attestations()).isEmpty();
    }

    @Test
    void a_bag_tells_of_the_stamps_and_of_what_they_are() throws IOException {
        Stamped.Heads of = heads();
        Exhibit exhibit = stamped();
        Path bag = folder.resolve("bag");

        Bags.write(store, bag, false, Audience.POLICE, BagSeals.none());

        BagVerification verified = BagVerifier.verify(bag, roots());
        assertThat(verified.verification().faults()).isEmpty();
        assertThat(verified.verification().attestations())
                .singleElement()
                .satisfies(stamp -> assertThat(stamp.isProof()).isTrue());
        assertThat(Files.readString(bag.resolve("data/readable/" + exhibit.id() + "-time-stamp.txt")))
                .isEqualTo(of.lines());
        Path reply = bag.resolve("data/exhibits/" + exhibit.id() + "-time-stamp.tsr");
        replace(reply, stamp(heads()).reply());
        Bags.listAnew(bag);
        assertThat(BagVerifier.verify(bag, roots()).verification().faults())
                .anyMatch(fault -> fault.entry().orElse("").equals("custody 3"));
    }

    @Test
    void a_stamp_that_was_lawfully_deleted_is_not_missed() throws IOException {
        stamped();
        store.vault().expire(Acquisitions.INCIDENT, "closed, kept P0D", "admin");

        assertThat(verified().faults()).isEmpty();
        assertThat(verified().attestations()).isEmpty();
    }
}
