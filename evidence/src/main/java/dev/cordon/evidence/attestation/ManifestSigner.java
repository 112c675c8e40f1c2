package dev.cordon.evidence.attestation;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs the list that stands for a whole export (CMS, detached). Holds a private key and cannot print it. Safe for many threads. */
public final class ManifestSigner {
    private final Path file;
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ManifestSigner(Path file, PrivateKey key, List<X509Certificate> chain) {
        this.file = file;
        this.key = key;
        this.chain = chain;
    }

    /**
     * Opens the one key of a PKCS #12 file.
     *
     * @throws SigningKeyException when the password is wrong, or there is not one usable key with its certificate in it
     */
    public static ManifestSigner open(Path file, KeyPassword passphrase) {
        char[] word = passphrase.reveal();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, word);
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.size() != 1) {
                throw new SigningKeyException(
                        file, "holds " + keys.size() + " keys; one with its certificate is needed.");
            }
            return of(file, store, keys.getFirst(), word);
        } catch (IOException e) {
            throw new SigningKeyException(
                    file,
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "does not open with that password."
                            : "cannot be read as a PKCS #12 file.");
        } catch (GeneralSecurityException _) {
            throw new SigningKeyException(file, "holds a key that cannot be opened.");
        }
    }

    private static ManifestSigner of(Path file, KeyStore store, String alias, char[] word)
            throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (var certificate : store.getCertificateChain(alias)) {
            if (certificate instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        if (chain.isEmpty() || !(store.getKey(alias, word) instanceof PrivateKey key)) {
            throw new SigningKeyException(file, "holds no private key with its certificate.");
        }
        return new ManifestSigner(file, key, List.copyOf(chain));
    }

    /** Whom its certificate names. */
    public String name() {
        return chain.getFirst().getSubjectX500Principal().getName();
    }

    /** The SHA-256 of its certificate. */
    public Digest certificate() {
        try {
            return Digest.sha256(chain.getFirst().getEncoded());
        } catch (GeneralSecurityException _) {
            throw new SigningKeyException(file, "holds a certificate that cannot be read.");
        }
    }

    /**
     * Refuses a certificate that does not hold at that time, before anything is written.
     *
     * @throws SigningKeyException when it does not
     */
    public void requireValid(Instant at) {
        try {
            chain.getFirst().checkValidity(Date.from(at));
        } catch (CertificateExpiredException _) {
            throw new SigningKeyException(
                    file,
                    "holds a certificate that expired "
                            + chain.getFirst().getNotAfter().toInstant() + ".");
        } catch (CertificateNotYetValidException _) {
            throw new SigningKeyException(
                    file,
                    "holds a certificate that is not valid before "
                            + chain.getFirst().getNotBefore().toInstant() + ".");
        }
    }

    /**
     * Signs, and checks what it signed as a stranger would.
     *
     * @param at when, by this machine's clock
     * @return a detached CMS signature, DER, with the certificates
     * @throws SigningKeyException when it cannot
     */
    public byte[] sign(byte[] content, Instant at) {
        try {
            ASN1EncodableVector given = new ASN1EncodableVector();
            given.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(given)))
                    .build(new JcaContentSignerBuilder(algorithm()).build(key), chain.getFirst()));
            generator.addCertificates(new JcaCertStore(chain));
            byte[] signature = generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
            DetachedSignature.read(signature, content);
            return signature;
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new SigningKeyException(file, "holds a key that cannot sign here.");
        } catch (BrokenAttestationException _) {
            throw new SigningKeyException(file, "holds a key and a certificate that do not belong together.");
        }
    }

    private String algorithm() {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" ->
                key instanceof ECKey curve && curve.getParams().getOrder().bitLength() > 256
                        ? "SHA384withECDSA"
                        : "SHA256withECDSA";
            default ->
                throw new SigningKeyException(
                        file,
                        "holds a key for " + key.getAlgorithm() + "; one for RSA or elliptic curves (EC) is needed.");
        };
    }
}
