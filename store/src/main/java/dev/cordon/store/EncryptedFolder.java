package dev.cordon.store;

import dev.cordon.evidence.Passphrase;
import dev.cordon.evidence.VaultEncryption;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.store.encryption.ChangedBytesException;
import dev.cordon.store.encryption.KeyFile;
import dev.cordon.store.encryption.VaultKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The encryption of a vault that is a folder. */
final class EncryptedFolder implements VaultEncryption {
    /** Nobody receives or writes a file for longer without writing to it. */
    private static final Duration UNFINISHED = Duration.ofHours(1);

    private final DataFolder folder;
    private final SealedFiles files;
    private final VaultDoor door;
    private final InstantSource wallTime;
    private final int iterations;
    private final Moments moments;

    /** Told what was just done: a test dies there. */
    @FunctionalInterface
    interface Moments {
        void after(String deed);
    }

    EncryptedFolder(DataFolder folder, SealedFiles files, VaultDoor door, InstantSource wallTime) {
        this(folder, files, door, wallTime, KeyFile.USUAL_ITERATIONS, _ -> {});
    }

    EncryptedFolder(
            DataFolder folder,
            SealedFiles files,
            VaultDoor door,
            InstantSource wallTime,
            int iterations,
            Moments moments) {
        this.folder = folder;
        this.files = files;
        this.door = door;
        this.wallTime = wallTime;
        this.iterations = iterations;
        this.moments = moments;
    }

    @Override
    public boolean isEncrypted() {
        return door.hasKey();
    }

    @Override
    public void requirePossible() {}

    @Override
    public void open() {
        VaultKey _ = door.open();
    }

    @Override
    public void change(Passphrase passphrase) {
        VaultKey key = door.open();
        folder.alone(() -> {
            door.wrap(key, passphrase, iterations);
            return key;
        });
    }

    /** The key first, so that what is sealed from now on is encrypted; then file after file, each put in its place in one moment. */
    @Override
    public Encrypted encrypt(Passphrase passphrase) {
        VaultKey key = folder.alone(() -> begun(passphrase));
        var count = new Count();
        for (String name : files.names()) {
            try {
                take(name, key, count);
            } catch (IOException e) {
                throw StoreException.of("Encrypting", folder.vault().resolve(name), e);
            }
        }
        try {
            OwnerOnly.syncFolder(folder.vault());
        } catch (IOException e) {
            throw StoreException.of("Encrypting", folder.vault(), e);
        }
        return new Encrypted(count.encrypted, count.before, count.removed, count.left);
    }

    private VaultKey begun(Passphrase passphrase) {
        if (isEncrypted()) {
            VaultKey there = door.open();
            door.stay();
            return there;
        }
        requireNoLostKey();
        door.stay();
        VaultKey key = VaultKey.random();
        door.wrap(key, passphrase, iterations);
        moments.after("key");
        return key;
    }

    /** A second key beside files of a first one would hide that the first is gone. */
    private void requireNoLostKey() {
        for (String name : files.names()) {
            if (isExhibit(name) && looksEncrypted(name) && !isPlain(new Digest(name))) {
                throw new StoreException(
                        StoreException.Reason.KEY_GONE, "Encrypting the vault in " + folder.path(), null);
            }
        }
    }

    private boolean looksEncrypted(String name) {
        try {
            return SealedFiles.keyOf(folder.vault().resolve(name)).isPresent();
        } catch (IOException e) {
            throw StoreException.of("Reading", folder.vault().resolve(name), e);
        }
    }

    private boolean isPlain(Digest sha256) {
        try {
            return files.measure(sha256)
                    .filter(found -> found.sha256().equals(sha256))
                    .isPresent();
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isExhibit(String name) {
        return Digest.isDigest(name) && name.length() == 64;
    }

    /**
     * First what is sealed from now on is plain; then file after file, each put in its place in one moment; the key is put aside last, when
     * nothing needs it and nobody is writing something that would.
     */
    @Override
    public Decrypted decrypt() {
        VaultKey key = folder.alone(() -> {
            VaultKey opened = door.open();
            door.leave();
            moments.after("leaving");
            return opened;
        });
        var count = new PlainCount();
        for (String name : files.names()) {
            try {
                decrypt(name, key, count);
            } catch (IOException e) {
                throw StoreException.of("Decrypting", folder.vault().resolve(name), e);
            }
        }
        try {
            OwnerOnly.syncFolder(folder.vault());
        } catch (IOException e) {
            throw StoreException.of("Decrypting", folder.vault(), e);
        }
        boolean wholly = folder.alone(() -> isLeft(count));
        return new Decrypted(count.decrypted, count.before, wholly, count.left);
    }

    private void decrypt(String name, VaultKey key, PlainCount count) throws IOException {
        Path file = folder.vault().resolve(name);
        if (SealedFiles.isUnspeakable(name)
                || !isExhibit(name)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return; // no exhibit: 'evidence verify' judges it
        }
        if (!files.isEncrypted(file)) {
            count.before++;
            return;
        }
        Digest sha256 = new Digest(name);
        Path copy;
        try (InputStream plain = key.decrypting(sha256, PlainFile.open(file))) {
            copy = files.plainCopy(sha256, plain);
        } catch (ChangedBytesException _) {
            count.damaged.add(name);
            count.left.add(
                    SealedBytes.name(name)
                            + ": its bytes were changed, so it stays as it is. See 'cordon evidence verify'. A copy from a backup needs the key.");
            return;
        }
        moments.after("written " + sha256);
        OwnerOnly.put(copy, file, "r--------");
        count.decrypted++;
        moments.after("replaced " + sha256);
    }

    /** Whether the vault is not encrypted any more. */
    private boolean isLeft(PlainCount count) {
        if (!door.isLeaving()) {
            count.left.add("vault: another process encrypts it again.");
            return false;
        }
        List<String> open = stillEncrypted(count);
        if (open.isEmpty()) {
            door.retire();
            moments.after("retired");
            open = stillEncrypted(count);
            if (!open.isEmpty()) {
                door.bringBack();
            }
        }
        open.forEach(name -> count.left.add(SealedBytes.name(name)
                + ": another process was writing it meanwhile, or is. Run this again, in an hour at the latest."));
        return open.isEmpty();
    }

    /** What needs the key, unfinished writing among it. */
    private List<String> stillEncrypted(PlainCount count) {
        return files.names().stream()
                .filter(name -> !SealedFiles.isUnspeakable(name) && !count.damaged.contains(name))
                .filter(name -> isExhibit(name) || isBeingWritten(name))
                .filter(this::isOurs)
                .toList();
    }

    private boolean isOurs(String name) {
        try {
            return files.isEncrypted(folder.vault().resolve(name));
        } catch (NoSuchFileException _) {
            return false; // whoever wrote it has put it in its place
        } catch (IOException e) {
            throw StoreException.of("Reading", folder.vault().resolve(name), e);
        }
    }

    private boolean isBeingWritten(String name) {
        Path file = folder.vault().resolve(name);
        try {
            return SealedFiles.isTemporary(name)
                    && !Files.getLastModifiedTime(file)
                            .toInstant()
                            .plus(UNFINISHED)
                            .isBefore(wallTime.instant());
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw StoreException.of("Reading", file, e);
        }
    }

    /** What a decryption did so far. */
    private static final class PlainCount {
        private final List<String> left = new ArrayList<>();
        private final Set<String> damaged = new HashSet<>();
        private long decrypted;
        private long before;
    }

    /** What was done so far. */
    private static final class Count {
        private final List<String> left = new ArrayList<>();
        private long encrypted;
        private long before;
        private long removed;
    }

    private void take(String name, VaultKey key, Count count) throws IOException {
        if (SealedFiles.isUnspeakable(name)) {
            count.left.add(SealedBytes.name(name) + ": no file of Cordon's; 'cordon evidence verify' names it.");
            return;
        }
        Path file = folder.vault().resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                count.left.add(SealedBytes.name(name) + ": no file of Cordon's; 'cordon evidence verify' names it.");
            }
        } else if (SealedFiles.isTemporary(name)) {
            takeAway(file, count);
        } else if (!isExhibit(name)) {
            count.left.add(SealedBytes.name(name) + ": Cordon did not write it; 'cordon evidence verify' names it.");
        } else if (files.isEncrypted(file)) {
            count.before++;
        } else if (!isPlain(new Digest(name))) {
            count.left.add(
                    SealedBytes.name(name)
                            + ": its bytes are not what its name says, so nothing was done to it. See 'cordon evidence verify'.");
        } else {
            encrypt(new Digest(name), file, key);
            count.encrypted++;
        }
    }

    /** The plain bytes go only when the encrypted ones were read back. */
    private void encrypt(Digest sha256, Path file, VaultKey key) throws IOException {
        Path temporary = files.temporary();
        try (InputStream plain = Files.newInputStream(file)) {
            SealedFiles.encrypt(key, sha256, plain, temporary);
        }
        moments.after("written " + sha256);
        SealedFiles.requireReadable(key, sha256, temporary);
        OwnerOnly.put(temporary, file, "r--------");
        moments.after("replaced " + sha256);
    }

    private void takeAway(Path file, Count count) throws IOException {
        boolean isOld =
                Files.getLastModifiedTime(file).toInstant().plus(UNFINISHED).isBefore(wallTime.instant());
        if (isOld) {
            Files.delete(file);
            count.removed++;
        } else if (SealedFiles.keyOf(file).isEmpty()) {
            count.left.add(SealedBytes.name(file.getFileName().toString())
                    + ": another process may be writing it now. Run this again in an hour; it is taken away then.");
        }
    }
}
