package dev.cordon.evidence.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on, and knows how many they were and both their digests. For one thread. */
public final class DigestingStream extends OutputStream {
    private final MessageDigest sha256 = algorithm("SHA-256");
    private final MessageDigest sha512 = algorithm("SHA-512");
    private final OutputStream to;
    private long size;

    public DigestingStream(OutputStream to) {
        this.to = new DigestOutputStream(new DigestOutputStream(to, sha256), sha512);
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know " + name, e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        to.write(one);
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        to.write(bytes, offset, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }

    /** How many bytes went through. */
    public long size() {
        return size;
    }

    /** The SHA-256 of what went through. */
    public Digest sha256() {
        return digest(sha256);
    }

    /** The SHA-512 of what went through. */
    public Digest sha512() {
        return digest(sha512);
    }

    // A digest that has been taken begins anew, so a copy is asked.
    private static Digest digest(MessageDigest running) {
        try {
            return new Digest(HexFormat.of().formatHex(((MessageDigest) running.clone()).digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's digests can be copied", e);
        }
    }
}
