package dev.cordon.evidence.attestation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root of our own, and whom it vouches for. */
public final class TestingAuthority {
    /** From when on its certificates hold; they do for twenty years. */
    public static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");

    private static final Instant UNTIL = SINCE.plus(Duration.ofDays(20 * 365L));
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final Identity root;

    /** A key with its certificate. */
    public record Identity(PrivateKey key, X509Certificate certificate) {}

    private TestingAuthority(Identity root) {
        this.root = root;
    }

    public static TestingAuthority named(String name) {
        KeyPair keys = keys("EC", 256);
        return new TestingAuthority(issue(name, keys, name, keys.getPrivate(), Optional.empty(), true, UNTIL));
    }

    public X509Certificate root() {
        return root.certificate();
    }

    /** Who may make time stamps. */
    public Identity stamper(String name) {
        return issued(name, keys("EC", 256), Optional.of(KeyPurposeId.id_kp_timeStamping), UNTIL);
    }

    /** Who may sign. */
    public Identity signer(String name) {
        return issued(name, keys("EC", 256), Optional.empty(), UNTIL);
    }

    /** The same with a key of another kind. */
    public Identity signer(String name, String algorithm, int bits) {
        return issued(name, keys(algorithm, bits), Optional.empty(), UNTIL);
    }

    /** Whose certificate holds no longer. */
    public Identity expired(String name) {
        return issued(name, keys("EC", 256), Optional.empty(), SINCE.plus(Duration.ofDays(1)));
    }

    private Identity issued(String name, KeyPair keys, Optional<KeyPurposeId> purpose, Instant until) {
        String issuer = root.certificate().getSubjectX500Principal().getName();
        return issue(name, keys, issuer, root.key(), purpose, false, until);
    }

    private static Identity issue(
            String name,
            KeyPair keys,
            String issuer,
            PrivateKey issuerKey,
            Optional<KeyPurposeId> purpose,
            boolean isRoot,
            Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Principal(issuer),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(SINCE),
                    Date.from(until),
                    new X500Principal(name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isRoot));
            if (purpose.isPresent()) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose.get()));
            }
            return new Identity(
                    keys.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey))));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its root as a PEM file. */
    public Path writeRoot(Path file) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(root.certificate().getEncoded());
            return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys with their certificates as a PKCS #12 file. */
    public Path write(Path file, String password, Identity... identities) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Identity identity : List.of(identities)) {
                store.setKeyEntry(
                        "key" + identity.certificate().getSerialNumber(),
                        identity.key(),
                        password.toCharArray(),
                        new Certificate[] {identity.certificate(), root.certificate()});
            }
            store.store(out, password.toCharArray());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
