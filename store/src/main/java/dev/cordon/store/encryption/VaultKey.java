package dev.cordon.store.encryption;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a vault: random, and the same as long as the vault lives. Every file has a key of its own, derived from it by a salt. It cannot
 * print itself. Safe for many threads.
 */
public final class VaultKey {
    private static final int LENGTH = 32;
    private static final byte[] PURPOSE = "cordon sealed file".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyId id;
    private final SecretKey key;

    VaultKey(KeyId id, byte[] key) {
        this.id = requireNonNull(id, "id is null");
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A new one that nobody knows. */
    public static VaultKey random() {
        return new VaultKey(new KeyId(bytes(KeyId.LENGTH)), bytes(LENGTH));
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Its name, by which a file is known to be encrypted with it. */
    public KeyId id() {
        return id;
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    SecretKey derive(byte[] salt) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .addSalt(salt)
                                    .thenExpand(PURPOSE, LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must know HKDF-SHA256", e);
        }
    }

    /**
     * What is written to it goes encrypted to {@code to}. It is whole only when the stream was closed, which leaves {@code to} open.
     *
     * @param of the SHA-256 of what will be written, by which nothing else can be put in its place
     */
    public OutputStream encrypting(Digest of, OutputStream to) throws IOException {
        return EncryptingStream.begin(this, of, to);
    }

    /**
     * The bytes that were encrypted. Reading throws {@link ChangedBytesException} where they are not what was encrypted under that digest with
     * this key: changed, cut off, put in another order, or put there from another file. Closing it closes {@code from}.
     */
    public InputStream decrypting(Digest of, InputStream from) throws IOException {
        return DecryptingStream.begin(this, of, from);
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
