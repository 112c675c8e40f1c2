package dev.cordon.evidence.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.attestation.TestingTimeStampServer.Manner;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.TrustedRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeStampingTest {
    private static final Digest IMPRINT = Digest.sha256(new byte[] {1, 2, 3});
    private static final TestingAuthority AUTHORITY = TestingAuthority.named("CN=Root of the stampers");
    private static final TestingTimeStampServer SERVER =
            new TestingTimeStampServer(AUTHORITY.stamper("CN=Stamper, O=Example"));

    @TempDir
    private Path folder;

    private static StampAnswer ask(Manner manner) {
        return new TimeStamping(SERVER.answering(manner), RandomGenerator.of("L64X128MixRandom")).over(IMPRINT);
    }

    private static TimeStamp stamp() {
        return ask(Manner.WELL) instanceof StampAnswer.Taken taken ? taken.stamp() : none();
    }

    private static TimeStamp none() {
        throw new AssertionError("no stamp");
    }

    @Test
    void a_stamp_says_when_by_whom_and_under_which_number() {
        TimeStamp stamp = stamp();

        assertThat(stamp.time()).isEqualTo(TestingTimeStampServer.TIME);
        assertThat(stamp.signer()).contains("CN=Stamper");
        assertThat(stamp.serial()).matches("[0-9]+");
        assertThat(stamp.imprint()).isEqualTo(IMPRINT);
    }

    @Test
    void what_is_no_answer_to_the_question_is_no_stamp_and_says_why() {
        Map<Manner, String> words = new EnumMap<>(Map.of(
                Manner.REFUSING, "refusal with status 2",
                Manner.TO_ANOTHER_QUESTION, "number of the question",
                Manner.OF_SOMETHING_ELSE, "a time stamp of the SHA-256 " + IMPRINT,
                Manner.WITHOUT_CERTIFICATE, "certificate of whoever signed it",
                Manner.GARBAGE, "something else",
                Manner.NOTHING, "something else",
                Manner.CUT_OFF, "something else",
                Manner.WITH_MORE_BEHIND, "something else",
                Manner.TOO_MUCH, "bytes",
                Manner.NOT_AT_ALL, "no answer came"));
        words.forEach((manner, word) -> assertThat(ask(manner))
                .as("%s", manner)
                .isInstanceOfSatisfying(StampAnswer.None.class, none -> {
                    assertThat(none.why()).contains(word).doesNotContain("Exception");
                    assertThat(none.server()).isEqualTo("https://tsa.example/tsr");
                }));
        assertThat(words).hasSize(Manner.values().length - 1);
    }

    @Test
    void an_intact_stamp_is_a_proof_only_where_its_root_is_trusted() throws Exception {
        TimeStamp stamp = stamp();
        Path root = AUTHORITY.writeRoot(folder.resolve("root.pem"));
        Path other = TestingAuthority.named("CN=Root of the stampers").writeRoot(folder.resolve("other.pem"));

        Attestation trusted = judged(stamp, TrustedRoots.in(root));
        assertThat(trusted.isProof()).isTrue();
        assertThat(trusted.root()).contains("CN=Root of the stampers");
        assertThat(trusted.because()).contains("root.pem");
        for (TrustedRoots roots : new TrustedRoots[] {TrustedRoots.in(other), TrustedRoots.ofJava()}) {
            Attestation untrusted = judged(stamp, roots);
            assertThat(untrusted.isProof()).isFalse();
            assertThat(untrusted.at()).contains(TestingTimeStampServer.TIME);
            assertThat(untrusted.text()).contains("PROVES NOTHING");
        }
    }

    private static Attestation judged(TimeStamp stamp, TrustedRoots roots) throws BrokenAttestationException {
        return new AttestationVerifier(roots).timeStamp(stamp.reply(), IMPRINT, "here", "three bytes");
    }

    @Test
    void a_certificate_that_is_itself_named_is_trusted() throws Exception {
        TimeStamp stamp = stamp();
        Path root = AUTHORITY.writeRoot(folder.resolve("root.pem"));

        assertThat(TrustedRoots.in(root)
                        .judge(AUTHORITY.root(), java.util.List.of(), stamp.time())
                        .root())
                .isPresent();
    }

    /** Certificates that are not the signer's are not covered by the signature: changing them costs trust and can gain none. */
    @Test
    void no_changed_byte_makes_it_say_something_else() throws Exception {
        TimeStamp stamp = stamp();
        AttestationVerifier verifier =
                new AttestationVerifier(TrustedRoots.in(AUTHORITY.writeRoot(folder.resolve("root.pem"))));
        for (int at = 0; at < stamp.reply().length; at++) {
            byte[] changed = stamp.reply().clone();
            changed[at] ^= 1;
            try {
                Attestation found = verifier.timeStamp(changed, IMPRINT, "here", "three bytes");
                assertThat(found.at()).as("byte %s", at).contains(stamp.time());
                assertThat(found.serial()).as("byte %s", at).contains(stamp.serial());
            } catch (BrokenAttestationException e) {
                assertThat(e.expected()).isNotBlank();
            }
        }
    }

    @Test
    void a_stamp_of_something_else_is_broken() {
        TimeStamp stamp = stamp();

        assertThatThrownBy(() -> AttestationVerifier.read(stamp.reply(), Digest.sha256(new byte[0])))
                .isInstanceOf(BrokenAttestationException.class);
    }

    @Test
    void a_file_without_a_certificate_is_refused() throws IOException {
        Path text = java.nio.file.Files.writeString(folder.resolve("no.pem"), "nothing");

        assertThatThrownBy(() -> TrustedRoots.in(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustedRoots.in(folder.resolve("nowhere"))).isInstanceOf(IOException.class);
    }
}
