package dev.cordon.app;

/**
 * In which groups TLS agrees on its keys, in order. Java computes a share ahead for the first elliptic curve of each of two families. That
 * of P-256 takes longest of all that comes before a first request; as third it is computed for hosts that ask for it, one round trip later.
 */
final class TlsGroups {
    private static final String PROPERTY = "jdk.tls.namedGroups";
    static final String OURS = "x25519,ffdhe2048,secp256r1,secp384r1,secp521r1,x448,ffdhe3072,ffdhe4096";

    private TlsGroups() {}

    /** Chooses them, where the administrator has not; before the first connection of this process. */
    static void choose() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, OURS);
        }
    }
}
