package dev.cordon.simulator.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;

/** The application's certificate with its key, and the password of the file it goes into. */
public record ApplicationCertificate(X509Certificate certificate, PrivateKey key, String password) {

    /** How often Windows derives each key of a file that it exports. */
    private static final String ITERATIONS = "2000";

    /** The PKCS#12 file, as Export-PfxCertificate of Windows writes it. */
    public byte[] pkcs12() throws GeneralSecurityException, IOException {
        for (String derived : List.of("certPbe", "keyPbe", "mac")) {
            Security.setProperty("keystore.pkcs12." + derived + "IterationCount", ITERATIONS);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("cordon", key, password.toCharArray(), new X509Certificate[] {certificate});
        var file = new ByteArrayOutputStream();
        store.store(file, password.toCharArray());
        return file.toByteArray();
    }

    @Override
    public String toString() {
        return "ApplicationCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
