package dev.cordon.store;

import dev.cordon.evidence.Passphrase;
import dev.cordon.store.encryption.KeyFile;
import dev.cordon.store.encryption.KeyId;
import dev.cordon.store.encryption.MalformedKeyFileException;
import dev.cordon.store.encryption.VaultKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whether a folder's vault is encrypted, and its key once somebody gave the passphrase, who is asked when the key is needed first. Where the
 * vault is not encrypted this costs one look for a file. Safe for many threads.
 */
final class VaultDoor {
    private final Path file;
    private final Path leaving;
    private final Passphrases passphrases;
    private final boolean wasEncrypted;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile @Nullable VaultKey key;
    private volatile boolean isAnew;
    private StoreException.@Nullable Reason refused;

    /**
     * A door.
     *
     * @param file the key file, which is there where the vault is encrypted
     */
    VaultDoor(Path file, Passphrases passphrases) {
        this.file = file;
        this.leaving = file.resolveSibling(file.getFileName() + ".leaving");
        this.passphrases = passphrases;
        this.wasEncrypted = Files.exists(file);
    }

    /** A key file as it was read, and what tells the file from another one; empty where nothing does. */
    private record Known(KeyFile file, Optional<Mark> mark) {}

    /**
     * What tells a file that was put in the place of another one from that, without reading it. A key that is put aside is kept, so that the
     * number of its file is given to no other.
     */
    private record Mark(Object number, FileTime modified, long size) {
        static Optional<Mark> of(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return found.isRegularFile()
                        ? Optional.ofNullable(found.fileKey())
                                .map(number -> new Mark(number, found.lastModifiedTime(), found.size()))
                        : Optional.empty();
            } catch (IOException _) {
                return Optional.empty(); // whoever reads the file says why it cannot be read
            }
        }
    }

    /** The name of the vault's key; empty where the vault is not encrypted. */
    Optional<KeyId> keyId() {
        return keyFile().map(KeyFile::key);
    }

    /** Whether the vault has a key now: a process at work knows one for longer. */
    boolean hasKey() {
        return Files.exists(file);
    }

    /** As it lies there now: somebody may have decrypted the vault meanwhile, and encrypted it anew. */
    private Optional<KeyFile> keyFile() {
        Known before = known;
        if (!hasKey()) {
            return Optional.ofNullable(before).map(Known::file);
        }
        Optional<Mark> mark = Mark.of(file);
        if (before != null && mark.isPresent() && mark.equals(before.mark())) {
            return Optional.of(before.file());
        }
        KeyFile found = read();
        if (before != null && !before.file().key().equals(found.key())) {
            forget();
            isAnew = true;
        }
        known = new Known(found, mark);
        return Optional.of(found);
    }

    private void forget() {
        asking.lock();
        try {
            key = null;
            refused = null;
        } finally {
            asking.unlock();
        }
    }

    private KeyFile read() {
        String tried = "Reading the key of the vault";
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    StoreException.Reason.KEY_DAMAGED, tried + " (" + file + " is " + PlainFile.kind(file) + ")", null);
        }
        try (InputStream from = Files.newInputStream(file)) {
            return KeyFile.parse(new String(from.readNBytes(KeyFile.MOST_BYTES), StandardCharsets.UTF_8));
        } catch (MalformedKeyFileException e) {
            throw new StoreException(
                    e.isNewer() ? StoreException.Reason.NEWER : StoreException.Reason.KEY_DAMAGED,
                    tried + " (" + file + " holds " + e.getMessage() + ")",
                    null);
        } catch (IOException e) {
            throw StoreException.of(tried, file, e);
        }
    }

    /**
     * The key with which new bytes are encrypted; empty where the vault is not encrypted. A process that was at work when somebody began to
     * encrypt the vault, and has no passphrase, goes on as it began: evidence comes first, and the next run of the encryption takes it in. What
     * is written once somebody began to decrypt the vault is plain, also by a process that knows the key.
     */
    Optional<VaultKey> toWrite() {
        if (!hasKey() || isLeaving() || keyId().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(open());
        } catch (StoreException e) {
            if ((wasEncrypted && !isAnew) || !e.reason().isOfPassphrase()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * The key of an encrypted vault.
     *
     * @throws StoreException where nobody has the right passphrase; nobody is asked again then
     */
    VaultKey open() {
        VaultKey opened = key;
        if (opened != null) {
            return opened;
        }
        asking.lock();
        try {
            VaultKey found = key;
            if (found == null) {
                found = ask();
                key = found;
            }
            return found;
        } finally {
            asking.unlock();
        }
    }

    private VaultKey ask() {
        KeyFile wrapped = keyFile().orElseThrow(() -> new IllegalStateException("the vault is not encrypted"));
        if (refused == null) {
            for (int wrong = 0; ; wrong++) {
                Optional<Passphrase> given = passphrases.next(wrong);
                if (given.isEmpty()) {
                    refused = wrong == 0 ? StoreException.Reason.VAULT_CLOSED : StoreException.Reason.WRONG_PASSPHRASE;
                    break;
                }
                Optional<VaultKey> opened = given.flatMap(wrapped::unwrap);
                if (opened.isPresent()) {
                    return opened.get();
                }
            }
        }
        throw new StoreException(refused, "Opening the vault beside " + file, null);
    }

    /** Whether somebody has begun to decrypt the vault, and has not come to the end. */
    boolean isLeaving() {
        return Files.exists(leaving);
    }

    /** From now on what is written is plain. */
    void leave() {
        durably("Beginning to decrypt the vault beside", () -> OwnerOnly.createFile(leaving));
    }

    /** Takes that back. */
    void stay() {
        durably("Encrypting the vault beside", () -> Files.deleteIfExists(leaving));
    }

    /** Puts the key aside, under its own name, in one moment: it is kept, for who may find something that it opens. */
    void retire() {
        durably("Putting the key aside beside", () -> {
            Files.move(file, retired(), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(leaving);
        });
    }

    /** Takes that back too. */
    void bringBack() {
        durably("Bringing the key back beside", () -> {
            OwnerOnly.createFile(leaving);
            Files.move(retired(), file, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    private Path retired() {
        Known ours = known;
        if (ours == null) {
            throw new IllegalStateException("nobody has read the key");
        }
        return file.resolveSibling(
                file.getFileName() + ".retired-" + ours.file().key());
    }

    /** Work on files. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void durably(String tried, Work work) {
        try {
            work.run();
            Path folder = file.getParent();
            if (folder != null) {
                OwnerOnly.syncFolder(folder);
            }
        } catch (IOException e) {
            throw StoreException.of(tried, file, e);
        }
    }

    /** Wraps the key anew and puts the file in its place, in one moment. */
    void wrap(VaultKey vault, Passphrase passphrase, int iterations) {
        KeyFile wrapped = KeyFile.wrap(vault, passphrase, iterations);
        Path temporary = file.resolveSibling(file.getFileName() + ".new-" + UUID.randomUUID());
        durably(
                "Writing the key of the vault to",
                () -> OwnerOnly.replace(
                        file, temporary, wrapped.text().getBytes(StandardCharsets.US_ASCII), "rw-------"));
        known = new Known(wrapped, Optional.empty());
        key = vault;
    }
}
