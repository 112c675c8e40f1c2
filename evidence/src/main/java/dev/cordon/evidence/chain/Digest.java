package dev.cordon.evidence.chain;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 or SHA-512 digest.
 *
 * @param hex lower-case hexadecimal: 64 digits of SHA-256 or 128 of SHA-512
 * @see <a href="https://csrc.nist.gov/pubs/fips/180-4/upd1/final">FIPS 180-4</a>
 */
public record Digest(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{128}");

    public Digest {
        requireNonNull(hex, "hex is null");
        if (!isDigest(hex)) {
            throw new IllegalArgumentException(
                    "Not 64 or 128 lower-case hexadecimal digits: " + hex.length() + " characters");
        }
    }

    /** Whether {@code text} has the shape of a digest. */
    public static boolean isDigest(String text) {
        return SHAPE.matcher(text).matches();
    }

    public static Digest sha256(byte[] bytes) {
        return digest("SHA-256", bytes);
    }

    public static Digest sha512(byte[] bytes) {
        return digest("SHA-512", bytes);
    }

    private static Digest digest(String algorithm, byte[] bytes) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
