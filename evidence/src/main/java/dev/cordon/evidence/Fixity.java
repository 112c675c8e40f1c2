package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What bytes are held against later: their number and both digests.
 *
 * @param size how many bytes
 * @param sha256 their SHA-256
 * @param sha512 their SHA-512
 */
public record Fixity(long size, Digest sha256, Digest sha512) {
    private static final int AT_ONCE = 1 << 17;

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
        byte[] first = from.readNBytes(AT_ONCE);
        if (first.length < AT_ONCE) {
            to.write(first);
            return of(first);
        }
        // SHA-512 takes longer than everything else together.
        try (ExecutorService beside = Executors.newSingleThreadExecutor(Fixity::thread)) {
            return copying(first, from, to, beside);
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("SHA-512").unstarted(work);
    }

    private static Fixity copying(byte[] first, InputStream from, OutputStream to, Executor beside) throws IOException {
        MessageDigest sha256 = algorithm("SHA-256");
        MessageDigest sha512 = algorithm("SHA-512");
        long size = 0;
        byte[] piece = first;
        byte[] other = new byte[AT_ONCE];
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (int length = first.length; length > 0; length = from.readNBytes(piece, 0, AT_ONCE)) {
            before.join(); // it was done with the other piece, into which is read next
            before = updated(sha512, piece, length, beside);
            sha256.update(piece, 0, length);
            to.write(piece, 0, length);
            size += length;
            byte[] next = other;
            other = piece;
            piece = next;
        }
        before.join();
        return new Fixity(size, digest(sha256), digest(sha512));
    }

    private static CompletableFuture<Void> updated(MessageDigest digest, byte[] piece, int length, Executor beside) {
        return CompletableFuture.runAsync(() -> digest.update(piece, 0, length), beside);
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
