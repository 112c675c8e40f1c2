package dev.cordon.simulator.server;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made for one run; it signs the servers' certificate. Safe for many threads. */
public final class CertificateAuthority {

    private static final X500Name NAME = new X500Name("CN=Simulated tenant CA, O=Cordon simulation");
    private static final String SIGNATURE = "SHA256withRSA";
    private static final String PASSWORD_IN_MEMORY = "in-memory";

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Instant now;

    /** A new authority, its certificates valid from an hour before {@code now}, wall time. */
    public CertificateAuthority(Instant now) throws GeneralSecurityException {
        this.now = now;
        this.keys = RsaKeys.AUTHORITY.await();
        var builder = builder(NAME, NAME, keys, Duration.ofDays(3650));
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
        this.certificate = sign(builder, keys.getPrivate(), SIGNATURE);
    }

    /** The authority's certificate in PEM. */
    public String pem() {
        try {
            String encoded = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The TLS side of a server that goes by all these names and addresses. */
    public SSLContext serverContext(Collection<String> names, Collection<String> addresses)
            throws GeneralSecurityException, IOException {
        KeyPair serverKeys = RsaKeys.SERVERS.await();
        var builder = builder(NAME, new X500Name("CN=" + names.iterator().next()), serverKeys, Duration.ofDays(825));
        var alternatives = new ArrayList<GeneralName>();
        names.forEach(name -> alternatives.add(new GeneralName(GeneralName.dNSName, name)));
        addresses.forEach(address -> alternatives.add(new GeneralName(GeneralName.iPAddress, address)));
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(alternatives.toArray(GeneralName[]::new)));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        X509Certificate server = sign(builder, keys.getPrivate(), SIGNATURE);
        return context(serverKeys.getPrivate(), List.of(server, certificate));
    }

    /** A self-signed RSA certificate and key for the application, as a PKCS#12 key store. */
    public static ApplicationCertificate applicationCertificate(Instant now, String password)
            throws GeneralSecurityException {
        KeyPair pair = RsaKeys.APPLICATION.await();
        var name = new X500Name("CN=Cordon responder");
        X509Certificate self =
                sign(newBuilder(name, name, pair, now, Duration.ofDays(365)), pair.getPrivate(), SIGNATURE);
        return new ApplicationCertificate(self, pair.getPrivate(), password);
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair, Duration life) {
        return newBuilder(issuer, subject, pair, now, life);
    }

    private static X509v3CertificateBuilder newBuilder(
            X500Name issuer, X500Name subject, KeyPair pair, Instant now, Duration life) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key, String algorithm)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
        } catch (OperatorCreationException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    private static SSLContext context(PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS"); // never leaves memory, and takes no time
        store.load(null, null);
        store.setKeyEntry("server", key, PASSWORD_IN_MEMORY.toCharArray(), chain.toArray(X509Certificate[]::new));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD_IN_MEMORY.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
