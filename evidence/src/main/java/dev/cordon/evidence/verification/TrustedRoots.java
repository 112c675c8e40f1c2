package dev.cordon.evidence.verification;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The authorities that a verification believes about whose a certificate is. Asks nobody: whether a certificate was revoked since is not known.
 * Immutable.
 */
public final class TrustedRoots {
    private final String whose;
    private final Supplier<Set<X509Certificate>> roots;

    private TrustedRoots(String whose, Supplier<Set<X509Certificate>> roots) {
        this.whose = requireNonNull(whose, "whose is null");
        this.roots = roots;
    }

    /** Read when somebody is judged by them for the first time: most verifications judge nobody. */
    private static final class Java {
        private static final Set<X509Certificate> ROOTS = Set.copyOf(javas());
    }

    /**
     * Whether a certificate leads to one of them.
     *
     * @param root whom the root names that it leads to; empty where it leads to none
     * @param because which list that root stands in, or why it is not believed; for people
     */
    public record Judgement(Optional<String> root, String because) {
        public Judgement {
            requireNonNull(root, "root is null");
            requireNonNull(because, "because is null");
        }
    }

    /** The public authorities that this Java comes with. */
    public static TrustedRoots ofJava() {
        return new TrustedRoots("the public authorities that this Java comes with", () -> Java.ROOTS);
    }

    /**
     * Those in a file, and no others.
     *
     * @param file one or more certificates, PEM or DER
     * @throws IllegalArgumentException when there is none in it
     * @throws IOException when it cannot be read
     */
    public static TrustedRoots in(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            List<X509Certificate> roots = read.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
            if (roots.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate in " + file);
            }
            Set<X509Certificate> named = Set.copyOf(roots);
            return new TrustedRoots("the file " + file, () -> named);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("there is no certificate in " + file, e);
        }
    }

    private static List<X509Certificate> javas() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return List.of(x509.getAcceptedIssuers());
                }
            }
            return List.of();
        } catch (GeneralSecurityException _) {
            return List.of(); // nobody is believed then, and whoever is asked about says so
        }
    }

    /**
     * Judges a certificate as of a moment.
     *
     * @param others what may lie between it and a root
     */
    public Judgement judge(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        if (roots.get().contains(certificate)) {
            return trusted(certificate);
        }
        try {
            X509CertSelector wanted = new X509CertSelector();
            wanted.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(), wanted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            Set<X509Certificate> between = new HashSet<>(others);
            between.add(certificate);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            var found = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return trusted(found.getTrustAnchor().getTrustedCert());
        } catch (CertPathBuilderException _) {
            return new Judgement(Optional.empty(), "it leads to nobody in " + whose);
        } catch (GeneralSecurityException _) {
            return new Judgement(Optional.empty(), "nobody is in " + whose);
        }
    }

    private Set<TrustAnchor> anchors() {
        return roots.get().stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }

    private Judgement trusted(X509Certificate root) {
        return new Judgement(Optional.of(root.getSubjectX500Principal().getName()), "it is in " + whose);
    }
}
