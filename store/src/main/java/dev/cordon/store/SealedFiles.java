package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.store.encryption.ChangedBytesException;
import dev.cordon.store.encryption.KeyId;
import dev.cordon.store.encryption.SealedForm;
import dev.cordon.store.encryption.VaultKey;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of files, each named by the SHA-256 of its plain bytes. Where the vault is encrypted, a file that begins with the name of its key
 * is; every other one is as it was sealed.
 */
final class SealedFiles implements SealedBytes {
    /** What is written before the name is known to hold the bytes. */
    private static final Pattern TEMPORARY =
            Pattern.compile("\\.new-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Path folder;
    private final VaultDoor door;

    SealedFiles(Path folder, VaultDoor door) {
        this.folder = folder;
        this.door = door;
    }

    @Override
    public void keep(Digest sha256, byte[] bytes) {
        Optional<VaultKey> key = door.toWrite();
        Path file = file(sha256);
        try {
            // Also when the file is there but is not what its name says: the right bytes mend it.
            if (holds(sha256)) {
                return;
            }
            if (key.isPresent()) {
                encrypt(key.get(), sha256, new ByteArrayInputStream(bytes));
            } else {
                OwnerOnly.replace(file, temporary(), bytes, "r--------");
            }
            OwnerOnly.syncFolder(folder);
        } catch (IOException e) {
            throw StoreException.of("Sealing evidence in", file, e);
        }
    }

    private void encrypt(VaultKey key, Digest sha256, InputStream plain) throws IOException {
        Path temporary = temporary();
        encrypt(key, sha256, plain, temporary);
        OwnerOnly.put(temporary, file(sha256), "r--------");
    }

    /** Writes a new file that holds the bytes encrypted, durably. */
    static void encrypt(VaultKey key, Digest sha256, InputStream plain, Path to) throws IOException {
        OwnerOnly.createFile(to);
        try (FileOutputStream out = new FileOutputStream(to.toFile())) {
            try (OutputStream encrypting = key.encrypting(sha256, out)) {
                plain.transferTo(encrypting);
            }
            out.getFD().sync();
        }
    }

    /** Writes a new file that holds the bytes as they are, durably, and reads it back. Nothing is left where they are others than that. */
    Path plainCopy(Digest sha256, InputStream plain) throws IOException {
        Path temporary = temporary();
        boolean written = false;
        try {
            OwnerOnly.write(temporary, plain);
            try (InputStream back = Files.newInputStream(temporary)) {
                Digest found = Fixity.of(back).sha256();
                if (!found.equals(sha256)) {
                    throw new ChangedBytesException("SHA-256 " + found);
                }
            }
            written = true;
            return temporary;
        } finally {
            if (!written) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** Reads back what was just encrypted. */
    static void requireReadable(VaultKey key, Digest sha256, Path file) throws IOException {
        try (InputStream plain = key.decrypting(sha256, Files.newInputStream(file))) {
            Digest found = Fixity.of(plain).sha256();
            if (!found.equals(sha256)) {
                throw new ChangedBytesException("SHA-256 " + found);
            }
        }
    }

    @Override
    public void remove(Connection within, Digest sha256) {
        Path file = file(sha256);
        try {
            if (Files.deleteIfExists(file)) {
                OwnerOnly.syncFolder(folder);
            }
        } catch (IOException e) {
            throw StoreException.of("Deleting expired evidence in", file, e);
        }
    }

    private boolean holds(Digest sha256) {
        try {
            return measure(sha256)
                    .filter(found -> found.sha256().equals(sha256))
                    .isPresent();
        } catch (ChangedBytesException _) {
            return false;
        } catch (StoreException e) {
            if (e.reason().isOfPassphrase()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Received receive(InputStream bytes) throws IOException {
        Received received = Received.into(temporary(), bytes, door.toWrite().isPresent());
        received.plainFile().ifPresent(file -> Leftovers.takeAwayAbandoned(file, ".new-"));
        return received;
    }

    @Override
    public void keep(Received received) {
        Optional<VaultKey> key = door.toWrite();
        Digest sha256 = received.fixity().sha256();
        try {
            if (holds(sha256)) {
                return;
            }
            if (key.isPresent()) {
                try (InputStream plain = received.open()) {
                    encrypt(key.get(), sha256, plain);
                }
            } else if (received.plainFile().isPresent()) {
                OwnerOnly.link(received.plainFile().get(), file(sha256), "r--------");
            } else {
                // It came while the vault was encrypted, and somebody has begun to decrypt it since.
                try (InputStream plain = received.open()) {
                    OwnerOnly.put(plainCopy(sha256, plain), file(sha256), "r--------");
                }
            }
            OwnerOnly.syncFolder(folder);
        } catch (IOException e) {
            throw StoreException.of("Sealing evidence in", file(sha256), e);
        }
    }

    Path temporary() {
        return folder.resolve(".new-" + UUID.randomUUID());
    }

    static boolean isTemporary(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    /** With which key the file is encrypted, as far as its beginning tells; empty where it does not look encrypted. */
    static Optional<KeyId> keyOf(Path file) throws IOException {
        if (PlainFile.isSomethingElse(file)) {
            return Optional.empty();
        }
        try (InputStream from = PlainFile.open(file)) {
            return SealedForm.keyOf(from.readNBytes(SealedForm.HEAD));
        }
    }

    /** Whether the file is encrypted with the key of this vault. Without one, no file is looked at. */
    boolean isEncrypted(Path file) throws IOException {
        Optional<KeyId> ours = door.keyId();
        return ours.isPresent() && keyOf(file).equals(ours);
    }

    @Override
    public OptionalLong size(Digest sha256) {
        Path file = file(sha256);
        if (PlainFile.isSomethingElse(file)) {
            return OptionalLong.of(-1);
        }
        try {
            long length = Files.size(file);
            return OptionalLong.of(
                    isEncrypted(file) ? SealedForm.plainLength(length).orElse(-1) : length);
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw StoreException.of("Looking for", file, e);
        }
    }

    @Override
    public Optional<InputStream> stream(Digest sha256) {
        Path file = file(sha256);
        try {
            return Optional.of(
                    isEncrypted(file) ? door.open().decrypting(sha256, PlainFile.open(file)) : PlainFile.open(file));
        } catch (ChangedBytesException noFile) {
            return Optional.of(new NoFile(noFile));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreException.of("Reading", file, e);
        }
    }

    /** Something else than a file: whoever reads it learns that, as of bytes that were changed. */
    private static final class NoFile extends InputStream {
        private final ChangedBytesException why;

        NoFile(ChangedBytesException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw why;
        }
    }

    @Override
    public Optional<Fixity> measure(Digest sha256) throws ChangedBytesException {
        Optional<Fixity> found = SealedBytes.super.measure(sha256);
        if (found.isPresent() && !found.get().sha256().equals(sha256)) {
            requireNoOtherKey(file(sha256));
        }
        return found;
    }

    /** Bytes that somebody encrypted, whose key is not here: that says more than that they have another digest. */
    private void requireNoOtherKey(Path file) throws ChangedBytesException {
        try {
            Optional<KeyId> other =
                    keyOf(file).filter(key -> door.keyId().stream().noneMatch(key::equals));
            if (other.isPresent()) {
                throw new ChangedBytesException("bytes encrypted with a key (" + other.get() + ") that vault.key "
                        + door.keyId()
                                .map(ours -> "does not hold (its own is " + ours + ")")
                                .orElse("held, and that file is not there (one named vault.key.retired-" + other.get()
                                        + " is the same, put aside)"));
            }
        } catch (ChangedBytesException e) {
            throw e;
        } catch (IOException e) {
            throw StoreException.of("Reading", file, e);
        }
    }

    @Override
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw StoreException.of("Looking through", folder, e);
        }
    }

    @Override
    public long judge(List<String> names, Predicate<String> isKnown, List<Fault> faults, List<Remark> remarks) {
        plainOnes(names).ifPresent(remarks::add);
        names.stream()
                .filter(SealedFiles::isUnspeakable)
                .forEach(name -> faults.add(SealedBytes.foreign(name, "a file whose name is no text")));
        return names.stream()
                .filter(name -> !isUnspeakable(name))
                .filter(isKnown.negate())
                .map(folder::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> !isJudged(file, faults, remarks))
                .count();
    }

    /** What a name is read as whose bytes are no text here: no path leads to it. */
    static boolean isUnspeakable(String name) {
        return name.indexOf('\uFFFD') >= 0;
    }

    private Optional<Remark> plainOnes(List<String> names) {
        if (!door.hasKey()) {
            return Optional.empty();
        }
        long plain =
                names.stream().filter(Digest::isDigest).filter(this::isPlain).count();
        if (plain > 0 && door.isLeaving()) {
            return Optional.of(new Remark(
                    "vault",
                    plain
                            + " files lie there as they are: somebody began to decrypt the vault and has not come to the end. 'cordon evidence"
                            + " decrypt' goes on, 'cordon evidence encrypt' turns back."));
        }
        return plain == 0
                ? Optional.empty()
                : Optional.of(new Remark(
                        "vault",
                        plain
                                + " files lie there as they are, though the vault is encrypted: its encryption was cut off, or a process that"
                                + " was at work then went on. 'cordon evidence encrypt' takes them in."));
    }

    private boolean isPlain(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !isEncrypted(file);
        } catch (IOException _) {
            return false; // it is a fault, and named as one
        }
    }

    /** No entry names the file. A process that was killed leaves one whose bytes are what its name says, or a temporary one. */
    private boolean isJudged(Path file, List<Fault> faults, List<Remark> remarks) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            faults.add(SealedBytes.foreign(name, "no regular file"));
        } else if (isTemporary(name)) {
            remarks.add(
                    new Remark(
                            SealedBytes.name(name),
                            "No exhibit: one is being written" + since(file)
                                    + ", or its writing was cut off then. What it is to hold is not used before it is whole. The next"
                                    + " import takes it away when nobody has written to it for a day; you may, when no import runs."));
        } else if (Digest.isDigest(name) && name.length() == 64) {
            return isMeasured(new Digest(name), faults, remarks);
        } else {
            faults.add(SealedBytes.foreign(name, digest(file)));
        }
        return true;
    }

    private static String since(Path file) {
        try {
            return ", last at " + Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return "";
        }
    }

    private static String digest(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return "SHA-256 " + Fixity.of(bytes).sha256();
        } catch (IOException _) {
            return "a file that cannot be read";
        }
    }

    private boolean isMeasured(Digest name, List<Fault> faults, List<Remark> remarks) {
        try {
            measure(name).ifPresent(found -> {
                if (found.sha256().equals(name)) {
                    remarks.add(SealedBytes.orphan(name.hex()));
                } else {
                    faults.add(SealedBytes.foreign(name.hex(), "SHA-256 " + found.sha256()));
                }
            });
        } catch (ChangedBytesException e) {
            faults.add(SealedBytes.foreign(name.hex(), e.found()));
        } catch (StoreException e) {
            if (e.reason().isOfPassphrase()) {
                return false;
            }
            faults.add(SealedBytes.foreign(name.hex(), "a file that cannot be read"));
        }
        return true;
    }

    Path file(Digest sha256) {
        return folder.resolve(sha256.hex());
    }
}
