package dev.cordon.microsoft365.connection;

import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in exactly the authorities of one file. */
public final class Trust {
    private Trust() {}

    /**
     * A context that trusts the certificates in {@code caFile} and nothing else.
     *
     * @throws TenantException {@link Failure.Reason#REFUSED} when the file holds no certificate
     */
    public static SSLContext in(Path caFile) {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(caFile))) {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            int count = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                authorities.setCertificateEntry("authority-" + count++, certificate);
            }
            if (count == 0) {
                throw refused(caFile, "it holds no certificate", null);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw refused(caFile, "it is not a certificate in PEM form", e);
        }
    }

    private static TenantException refused(
            Path caFile, String problem, @org.jspecify.annotations.Nullable Exception cause) {
        Failure failure = new Failure(
                Failure.Reason.REFUSED,
                "Trust the authority in " + caFile,
                0,
                "",
                problem,
                "",
                "The CA file cannot be used: " + problem + ".",
                "Name the right file as caFile in the connection document.");
        return cause == null ? new TenantException(failure) : new TenantException(failure, cause);
    }
}
