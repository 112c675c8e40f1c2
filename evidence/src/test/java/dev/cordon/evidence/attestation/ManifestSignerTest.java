package dev.cordon.evidence.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.TrustedRoots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestSignerTest {
    private static final Instant AT = Instant.parse("2026-03-03T10:00:00Z");
    private static final byte[] CONTENT = "digest  file\n".getBytes(StandardCharsets.UTF_8);
    private static final TestingAuthority AUTHORITY = TestingAuthority.named("CN=Root of Contoso");

    @TempDir
    private Path folder;

    private ManifestSigner signer(TestingAuthority.Identity... identities) {
        return ManifestSigner.open(
                AUTHORITY.write(folder.resolve("key.p12"), "right", identities), new KeyPassword("right"));
    }

    private TrustedRoots roots() throws IOException {
        return TrustedRoots.in(AUTHORITY.writeRoot(folder.resolve("root.pem")));
    }

    @Test
    void a_signature_names_its_signer_whatever_kind_of_key_he_has() throws Exception {
        for (TestingAuthority.Identity identity : new TestingAuthority.Identity[] {
            AUTHORITY.signer("CN=Anna Admin"),
            AUTHORITY.signer("CN=Anna Admin", "EC", 384),
            AUTHORITY.signer("CN=Anna Admin", "RSA", 2048)
        }) {
            ManifestSigner signer = signer(identity);
            byte[] signature = signer.sign(CONTENT, AT);

            Attestation trusted = new AttestationVerifier(roots()).signature(signature, CONTENT, "here", "it");
            assertThat(trusted.by()).isEqualTo("CN=Anna Admin").isEqualTo(signer.name());
            assertThat(trusted.certificate()).isEqualTo(signer.certificate());
            assertThat(trusted.at()).contains(AT);
            assertThat(trusted.isProof()).isTrue();
            assertThat(new AttestationVerifier(TrustedRoots.ofJava())
                            .signature(signature, CONTENT, "here", "it")
                            .isProof())
                    .isFalse();
        }
    }

    @Test
    void a_signature_over_other_bytes_or_with_any_changed_byte_that_matters_is_broken() throws Exception {
        byte[] signature = signer(AUTHORITY.signer("CN=Anna Admin")).sign(CONTENT, AT);
        AttestationVerifier verifier = new AttestationVerifier(roots());

        assertThatThrownBy(() -> verifier.signature(signature, new byte[] {1}, "here", "it"))
                .isInstanceOf(BrokenAttestationException.class);
        for (int at = 0; at < signature.length; at++) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            try {
                Attestation found = verifier.signature(changed, CONTENT, "here", "it");
                // A certificate that was changed names whomever it likes, and nobody vouches for it any more.
                if (found.isProof()) {
                    assertThat(found.by()).as("byte %s", at).isEqualTo("CN=Anna Admin");
                }
                assertThat(found.at()).as("byte %s", at).contains(AT);
            } catch (BrokenAttestationException e) {
                assertThat(e.expected()).isNotBlank();
            }
        }
    }

    @Test
    void a_key_that_cannot_be_used_is_refused_with_the_reason() throws IOException {
        Path file = AUTHORITY.write(folder.resolve("one.p12"), "right", AUTHORITY.signer("CN=Anna Admin"));
        assertThatThrownBy(() -> ManifestSigner.open(file, new KeyPassword("wrong")))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("wrong");
        assertThatThrownBy(() -> signer()).hasMessageContaining("0 keys");
        assertThatThrownBy(() -> signer(AUTHORITY.signer("CN=A"), AUTHORITY.signer("CN=B")))
                .hasMessageContaining("2 keys");
        Path text = Files.writeString(folder.resolve("text.p12"), "text");
        assertThatThrownBy(() -> ManifestSigner.open(text, new KeyPassword("")))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining("PKCS #12");
        assertThatThrownBy(() -> signer(AUTHORITY.expired("CN=Gone")).requireValid(AT))
                .hasMessageContaining("expired");
        assertThatThrownBy(() -> signer(AUTHORITY.signer("CN=A")).requireValid(Instant.EPOCH))
                .hasMessageContaining("not valid before");
        assertThat(new KeyPassword("right")).hasToString("[secret]");
    }
}
