package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.attestation.KeyPassword;
import dev.cordon.evidence.attestation.ManifestSigner;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.attestation.TestingAuthority;
import dev.cordon.evidence.attestation.TestingTimeStampServer;
import dev.cordon.evidence.attestation.TestingTimeStampServer.Manner;
import dev.cordon.evidence.attestation.TimeStamping;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.bag.BagWriter;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.TrustedRoots;
import gov.loc.repository.bagit.reader.BagReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bag that is signed and stamped: what vouches for it is checked with the bag alone, and nothing of it can be exchanged unseen. */
class SealedBagTest {
    private static final String SIGNATURE = "signature-of-tagmanifest-sha256.p7s";
    private static final String STAMP = "stamp-of-tagmanifest-sha256.tsr";
    private static final String DIGESTS = "seals-sha256.txt";
    private static final TestingAuthority AUTHORITY = TestingAuthority.named("CN=Root");

    private static Path folder = Path.of("");
    private static Path bag = Path.of("");
    private static Path root = Path.of("");
    private static BagWriter.Written written;

    @BeforeAll
    static void write_one_bag() throws IOException {
        folder = Files.createTempDirectory("cordon-sealed-bag");
        root = AUTHORITY.writeRoot(folder.resolve("root.pem"));
        bag = folder.resolve("bag");
        written = write(bag, false, new BagSeals(Optional.of(signer("CN=Anna")), Optional.of(stamps(Manner.WELL))));
    }

    @AfterAll
    static void take_it_away() throws IOException {
        Bags.removeAll(folder);
    }

    private static ManifestSigner signer(String name) {
        return ManifestSigner.open(
                AUTHORITY.write(folder.resolve("key.p12"), "x", AUTHORITY.signer(name)), new KeyPassword("x"));
    }

    private static TimeStamping stamps(Manner manner) {
        return new TimeStamping(
                new TestingTimeStampServer(AUTHORITY.stamper("CN=Stamper")).answering(manner),
                RandomGenerator.of("L64X128MixRandom"));
    }

    private static BagWriter.Written write(Path target, boolean zip, BagSeals seals) throws IOException {
        Path data = Files.createTempDirectory(folder, "data").resolve("data");
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
            return Bags.write(store, target, zip, Audience.POLICE, seals);
        }
    }

    private static BagVerification verified(Path path) throws IOException {
        return BagVerifier.verify(path, TrustedRoots.in(root));
    }

    @Test
    void both_seals_are_verified_and_trusted_only_with_their_root() throws IOException {
        BagVerification trusted = verified(bag);

        assertThat(trusted.verification().faults()).isEmpty();
        assertThat(trusted.verification().attestations())
                .extracting(Attestation::kind, Attestation::isProof)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Attestation.Kind.SIGNATURE, true),
                        org.assertj.core.groups.Tuple.tuple(Attestation.Kind.TIME_STAMP, true));
        assertThat(written.signedBy()).contains("CN=Anna");
        assertThat(written.stamp()).containsInstanceOf(StampAnswer.Taken.class);
        BagVerification untrusted = BagVerifier.verify(bag);
        assertThat(untrusted.verification().faults()).isEmpty();
        assertThat(untrusted.verification().attestations()).hasSize(2).noneMatch(Attestation::isProof);
        assertThat(Files.readString(bag.resolve("data/README.txt")))
                .contains("openssl cms -verify", "openssl ts -verify", "CN=Anna");
    }

    @Test
    void a_zip_is_sealed_as_well() throws IOException {
        Path zip = folder.resolve("sealed.zip");
        write(zip, true, new BagSeals(Optional.of(signer("CN=Anna")), Optional.of(stamps(Manner.WELL))));

        assertThat(verified(zip).verification().faults()).isEmpty();
        assertThat(verified(zip).verification().attestations()).hasSize(2);
    }

    @Test
    void a_public_implementation_still_accepts_it() throws Exception {
        try (var verifier = new gov.loc.repository.bagit.verify.BagVerifier()) {
            verifier.isValid(new BagReader().read(bag), false);
        }
    }

    @Test
    void a_stranger_checks_both_with_openssl() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "there is no openssl here");
        String pem = root.toString();
        assertThat(openssl("ts", "-verify", "-data", "tagmanifest-sha256.txt", "-in", STAMP, "-CAfile", pem))
                .contains("Verification: OK");
        assertThat(openssl(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        SIGNATURE,
                        "-content",
                        "tagmanifest-sha256.txt",
                        "-CAfile",
                        pem,
                        "-purpose",
                        "any",
                        "-out",
                        folder.resolve("out.txt").toString()))
                .containsIgnoringCase("verification successful");
        assertThat(openssl("ts", "-verify", "-data", "bag-info.txt", "-in", STAMP, "-CAfile", pem))
                .doesNotContain("Verification: OK");
    }

    private static String openssl(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(bag.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void any_changed_byte_of_what_vouches_for_it_is_found_and_named() throws IOException {
        Path copy = folder.resolve("changed");
        Bags.copy(bag, copy);
        for (String name : List.of(SIGNATURE, STAMP, DIGESTS)) {
            byte[] bytes = Files.readAllBytes(bag.resolve(name));
            for (int at = 0; at < bytes.length; at += name.equals(DIGESTS) ? 1 : 5) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                Files.write(copy.resolve(name), changed);
                assertThat(faults(copy)).as("%s, byte %s", name, at).contains(name);
            }
            Files.write(copy.resolve(name), bytes);
        }
        assertThat(faults(copy)).isEmpty();
    }

    @Test
    void what_is_removed_or_put_in_is_found_and_named() throws IOException {
        for (String name : List.of(SIGNATURE, STAMP, DIGESTS)) {
            tampered("removed", copy -> Files.delete(copy.resolve(name)), name);
        }
        Path bare = folder.resolve("bare");
        write(bare, false, BagSeals.none());
        Files.copy(bag.resolve(STAMP), bare.resolve(STAMP));
        assertThat(faults(bare)).contains(STAMP);
    }

    @Test
    void a_stamp_or_a_signature_of_another_bag_or_of_another_signer_is_found_and_named() throws IOException {
        Path other = folder.resolve("other");
        write(other, false, new BagSeals(Optional.of(signer("CN=Anna")), Optional.of(stamps(Manner.WELL))));
        for (String name : List.of(SIGNATURE, STAMP)) {
            tampered("swapped", copy -> exchange(copy, name, Files.readAllBytes(other.resolve(name))), name);
        }
        byte[] list = Files.readAllBytes(bag.resolve("tagmanifest-sha256.txt"));
        byte[] somebodys = signer("CN=Anna").sign(list, OpenStores.WALL_TIME.instant());
        tampered("signed by somebody else", copy -> exchange(copy, SIGNATURE, somebodys), SIGNATURE);
    }

    /** What a forger does who knows the format: its digest is made anew as well. */
    private static void exchange(Path copy, String name, byte[] bytes) throws IOException {
        String before = dev.cordon.evidence.chain.Digest.sha256(Files.readAllBytes(copy.resolve(name)))
                .hex();
        String after = dev.cordon.evidence.chain.Digest.sha256(bytes).hex();
        Files.write(copy.resolve(name), bytes);
        Files.writeString(
                copy.resolve(DIGESTS), Files.readString(copy.resolve(DIGESTS)).replace(before, after));
    }

    @Test
    void who_makes_every_list_anew_breaks_both() throws IOException {
        tampered("listed anew", SealedBagTest::forge, SIGNATURE);
        tampered("listed anew", SealedBagTest::forge, STAMP);
    }

    private static void forge(Path copy) throws IOException {
        Files.writeString(copy.resolve("data/README.txt"), "Nothing happened.");
        Bags.listAnew(copy);
    }

    @Test
    void a_server_that_fails_stops_nothing_and_is_told() throws IOException {
        for (Manner manner : List.of(Manner.REFUSING, Manner.NOT_AT_ALL, Manner.OF_SOMETHING_ELSE)) {
            Path unstamped = folder.resolve("unstamped-" + manner);
            BagWriter.Written without =
                    write(unstamped, false, new BagSeals(Optional.of(signer("CN=Anna")), Optional.of(stamps(manner))));

            assertThat(without.stamp()).containsInstanceOf(StampAnswer.None.class);
            assertThat(unstamped.resolve(STAMP)).doesNotExist();
            assertThat(Files.readString(unstamped.resolve("bag-info.txt")))
                    .contains("Cordon-Time-Stamp-Missing: https://tsa.example/tsr")
                    .doesNotContain("Cordon-Time-Stamp: ", "\u001b");
            BagVerification verified = verified(unstamped);
            assertThat(verified.verification().faults()).isEmpty();
            assertThat(verified.verification().attestations()).hasSize(1);
            assertThat(verified.tagManifest()).contains(without.tagManifest());
        }
    }

    private interface Tampering {
        void with(Path copy) throws IOException;
    }

    private static void tampered(String what, Tampering tampering, String named) throws IOException {
        Path copy = folder.resolve("tampered");
        Bags.copy(bag, copy);
        try {
            tampering.with(copy);
            assertThat(faults(copy)).as(what).contains(named);
        } finally {
            Bags.removeAll(copy);
        }
    }

    private static List<String> faults(Path path) throws IOException {
        return verified(path).verification().faults().stream()
                .map(Fault::path)
                .flatMap(Optional::stream)
                .toList();
    }
}
