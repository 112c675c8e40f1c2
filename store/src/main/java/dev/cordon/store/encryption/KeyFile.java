package dev.cordon.store.encryption;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Passphrase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file that keeps a vault's key, wrapped by a key that is derived from the passphrase. Everything in it but the wrapped key goes into the
 * tag of the wrapping, so that none of it can be changed unseen.
 *
 * @param iterations of PBKDF2-HMAC-SHA512
 * @param salt 64 hexadecimal digits
 * @param key names the vault's key
 * @param nonce 24 hexadecimal digits
 * @param wrapped 96 hexadecimal digits: the key by AES-256-GCM, and the tag
 */
public record KeyFile(int iterations, String salt, KeyId key, String nonce, String wrapped) {
    /** What OWASP's cheat sheet on storing passwords asks of PBKDF2-HMAC-SHA512 at the least. */
    public static final int USUAL_ITERATIONS = 210_000;

    /** Hours of work; whoever wrote more into the file wants a command to hang. */
    private static final int MOST_ITERATIONS = 10_000_000;

    /** No file of ours is longer. */
    public static final int MOST_BYTES = 4096;

    private static final Pattern FIRST_LINE = Pattern.compile("cordon-vault-key/(\\d{1,9})\\R[\\s\\S]*");
    private static final Pattern FORM = Pattern.compile("""
            cordon-vault-key/1
            derived by: PBKDF2-HMAC-SHA512
            iterations: ([1-9]\\d{0,7})
            salt: ([0-9a-f]{64})
            wrapped by: AES-256-GCM
            key: ([0-9a-f]{16})
            nonce: ([0-9a-f]{24})
            wrapped: ([0-9a-f]{96})
            """);

    public KeyFile {
        requireNonNull(salt, "salt is null");
        requireNonNull(key, "key is null");
        requireNonNull(nonce, "nonce is null");
        requireNonNull(wrapped, "wrapped is null");
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(iterations + " iterations");
        }
    }

    /** The key wrapped for whoever knows that passphrase. */
    public static KeyFile wrap(VaultKey key, Passphrase passphrase, int iterations) {
        String salt = hex(VaultKey.bytes(32));
        String nonce = hex(VaultKey.bytes(12));
        var unfinished = new KeyFile(iterations, salt, key.id(), nonce, "");
        try {
            return new KeyFile(
                    iterations,
                    salt,
                    key.id(),
                    nonce,
                    hex(unfinished.cipher(Cipher.ENCRYPT_MODE, passphrase).doFinal(key.encoded())));
        } catch (GeneralSecurityException e) {
            throw unknown(e);
        }
    }

    /** The vault's key; empty where the passphrase is not the right one, or the file was changed: nobody can tell these apart. */
    public Optional<VaultKey> unwrap(Passphrase passphrase) {
        try {
            return Optional.of(new VaultKey(
                    key,
                    cipher(Cipher.DECRYPT_MODE, passphrase)
                            .doFinal(HexFormat.of().parseHex(wrapped))));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw unknown(e);
        }
    }

    private Cipher cipher(int mode, Passphrase passphrase) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                derived(passphrase),
                new GCMParameterSpec(128, HexFormat.of().parseHex(nonce)));
        cipher.updateAAD(bound().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private SecretKey derived(Passphrase passphrase) throws GeneralSecurityException {
        PBEKeySpec words =
                new PBEKeySpec(passphrase.reveal().toCharArray(), HexFormat.of().parseHex(salt), iterations, 256);
        try {
            return new SecretKeySpec(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(words)
                            .getEncoded(),
                    "AES");
        } finally {
            words.clearPassword();
        }
    }

    private String bound() {
        return "cordon-vault-key/1\nderived by: PBKDF2-HMAC-SHA512\niterations: " + iterations + "\nsalt: " + salt
                + "\nwrapped by: AES-256-GCM\nkey: " + key + "\nnonce: " + nonce + "\n";
    }

    /** The file as it is written. */
    public String text() {
        return bound() + "wrapped: " + wrapped + "\n";
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws MalformedKeyFileException when it is anything else, a later version among it
     */
    public static KeyFile parse(String text) throws MalformedKeyFileException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            Matcher first = FIRST_LINE.matcher(text);
            throw first.matches() && !first.group(1).equals("1")
                    ? new MalformedKeyFileException(
                            "version " + first.group(1) + " of it, which this Cordon does not know", true)
                    : new MalformedKeyFileException("something that is no key file", false);
        }
        int iterations = Integer.parseInt(form.group(1));
        if (iterations > MOST_ITERATIONS) {
            throw new MalformedKeyFileException(iterations + " iterations, more than Cordon ever writes", false);
        }
        return new KeyFile(iterations, form.group(2), new KeyId(form.group(3)), form.group(4), form.group(5));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static IllegalStateException unknown(GeneralSecurityException e) {
        return new IllegalStateException("Every Java platform must know PBKDF2 and AES-256-GCM", e);
    }

    /** Without what is wrapped, which says nothing to anybody. */
    @Override
    public String toString() {
        return "key file of " + key;
    }
}
