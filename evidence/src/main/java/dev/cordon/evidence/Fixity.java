package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What bytes are held against later: their number and both digests.
 *
 * @param size how many bytes
 * @param sha256 their SHA-256
 * @param sha512 their SHA-512
 */
public record Fixity(long size, Digest sha256, Digest sha512) {
    private static final int AT_ONCE = 1 << 16;

    public Fixity {
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(sha512, "sha512 is null");
        if (size < 0) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
    }

    /** Of bytes that are in memory already. */
    public static Fixity of(byte[] bytes) {
        return new Fixity(bytes.length, Digest.sha256(bytes), Digest.sha512(bytes));
    }

    /** Of everything that comes, which is read once and held nowhere. */
    public static Fixity of(InputStream from) throws IOException {
        return copying(from, OutputStream.nullOutputStream());
    }

    /** Of everything that comes, which is written on as it is read and held nowhere. Neither stream is closed. */
    public static Fixity copying(InputStream from, OutputStream to) throws IOException {
        MessageDigest sha256 = algorithm("SHA-256");
        MessageDigest sha512 = algorithm("SHA-512");
        byte[] buffer = new byte[AT_ONCE];
        long size = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            sha256.update(buffer, 0, read);
            sha512.update(buffer, 0, read);
            to.write(buffer, 0, read);
            size += read;
        }
        return new Fixity(size, digest(sha256), digest(sha512));
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know " + name, e);
        }
    }

    private static Digest digest(MessageDigest of) {
        return new Digest(HexFormat.of().formatHex(of.digest()));
    }
}
