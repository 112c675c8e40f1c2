package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.store.encryption.VaultKey;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of ours that holds bytes which are no exhibit yet. What comes into an encrypted vault is encrypted here too, with a key that is in
 * memory only: what a killed process leaves behind says nothing to anybody. For one thread.
 */
final class Received implements AutoCloseable {
    /** What the bytes will be is not known before they have come. */
    private static final Digest NOT_KNOWN = new Digest("0".repeat(64));

    private final Path file;
    private final Optional<VaultKey> key;
    private final Measured measured;

    private Received(Path file, Optional<VaultKey> key, Measured measured) {
        this.file = file;
        this.key = key;
        this.measured = measured;
    }

    /**
     * Receives everything that comes.
     *
     * @param file where nothing is yet
     * @throws IOException when it cannot be read or written; then nothing is left
     */
    static Received into(Path file, InputStream bytes, boolean encrypted) throws IOException {
        Optional<VaultKey> key = encrypted ? Optional.of(VaultKey.random()) : Optional.empty();
        boolean received = false;
        try {
            Measured measured = key.isPresent() ? Measured.as(encrypt(file, bytes, key.get())) : plain(file, bytes);
            received = true;
            return new Received(file, key, measured);
        } finally {
            if (!received) {
                takeAway(file);
            }
        }
    }

    private static Measured plain(Path file, InputStream bytes) throws IOException {
        OwnerOnly.copy(file, bytes);
        return Measured.beside(file);
    }

    private static Fixity encrypt(Path file, InputStream bytes, VaultKey key) throws IOException {
        OwnerOnly.createFile(file);
        try (FileOutputStream out = new FileOutputStream(file.toFile());
                OutputStream encrypting = key.encrypting(NOT_KNOWN, out)) {
            return Fixity.copying(bytes, encrypting);
        }
    }

    /** What the bytes are, as they lie in the file; waited for, because a long file can be read before it is measured. */
    Fixity fixity() {
        try {
            return measured.fixity();
        } catch (IOException e) {
            throw StoreException.of("Receiving evidence in", file, e);
        }
    }

    /** The file, to be given a second name; empty where it is not what is to be kept. */
    Optional<Path> plainFile() {
        return key.isPresent() ? Optional.empty() : Optional.of(file);
    }

    InputStream open() throws IOException {
        InputStream from = Files.newInputStream(file);
        return key.isPresent() ? key.get().decrypting(NOT_KNOWN, from) : from;
    }

    @Override
    public void close() {
        measured.close();
        takeAway(file);
    }

    private static void takeAway(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // The verifier names it as what it is; nothing refers to it.
            System.getLogger(Received.class.getName())
                    .log(System.Logger.Level.WARNING, "file stays name=" + file.getFileName(), leftBehind);
        }
    }
}
