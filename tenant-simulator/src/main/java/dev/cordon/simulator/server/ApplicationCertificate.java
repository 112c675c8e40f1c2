package dev.cordon.simulator.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** The application's certificate with its key, and the password of the file it goes into. */
public record ApplicationCertificate(X509Certificate certificate, PrivateKey key, String password) {

    /** The PKCS#12 file. */
    public byte[] pkcs12() throws GeneralSecurityException, IOException {
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
