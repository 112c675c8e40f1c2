package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import java.io.IOException;
import java.io.InputStream;
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

/** A folder of files, each named by the SHA-256 of its bytes. */
final class SealedFiles implements SealedBytes {
    /** What is written before the name is known to hold the bytes. */
    private static final Pattern TEMPORARY =
            Pattern.compile("\\.new-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Path folder;

    SealedFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(Digest sha256, byte[] bytes) {
        Path file = file(sha256);
        try {
            if (!holds(file, sha256)) {
                // Also when the file is there but is not what its name says: the right bytes mend it.
                OwnerOnly.replace(file, temporary(), bytes, "r--------");
                OwnerOnly.syncFolder(folder);
            }
        } catch (IOException e) {
            throw StoreException.of("Sealing evidence in", file, e);
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

    private static boolean holds(Path file, Digest sha256) throws IOException {
        return Files.exists(file) && measured(file).sha256().equals(sha256);
    }

    private static Fixity measured(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Fixity.of(bytes);
        }
    }

    @Override
    public Path received() {
        return temporary();
    }

    @Override
    public void keep(Fixity fixity, Path received) {
        Path file = file(fixity.sha256());
        try {
            if (!holds(file, fixity.sha256())) {
                OwnerOnly.link(received, file, "r--------");
                OwnerOnly.syncFolder(folder);
            }
        } catch (IOException e) {
            throw StoreException.of("Sealing evidence in", file, e);
        }
    }

    @Override
    public Optional<Fixity> measure(Digest sha256) {
        Path file = file(sha256);
        try {
            return Optional.of(measured(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreException.of("Reading", file, e);
        }
    }

    private Path temporary() {
        return folder.resolve(".new-" + UUID.randomUUID());
    }

    @Override
    public OptionalLong size(Digest sha256) {
        Path file = file(sha256);
        try {
            return OptionalLong.of(Files.size(file));
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw StoreException.of("Looking for", file, e);
        }
    }

    @Override
    public Optional<byte[]> read(Digest sha256) {
        Path file = file(sha256);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreException.of("Reading", file, e);
        }
    }

    @Override
    public Optional<InputStream> stream(Digest sha256) {
        Path file = file(sha256);
        try {
            return Optional.of(Files.newInputStream(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
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
    public void judge(List<String> names, Predicate<String> isKnown, List<Fault> faults, List<Remark> remarks) {
        names.stream()
                .filter(isKnown.negate())
                .map(folder::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .forEach(file -> unknown(file, faults, remarks));
    }

    /** No entry names the file. A process that was killed leaves one whose bytes are what its name says, or a temporary one. */
    private static void unknown(Path file, List<Fault> faults, List<Remark> remarks) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            faults.add(SealedBytes.foreign(name, "no regular file"));
            return;
        }
        if (TEMPORARY.matcher(name).matches()) {
            remarks.add(
                    new Remark(
                            SealedBytes.name(name),
                            "No exhibit: the writing of one was cut off. What it was to hold was never used; the file may be deleted."));
            return;
        }
        try {
            String sha256 = measured(file).sha256().hex();
            if (sha256.equals(name)) {
                remarks.add(SealedBytes.orphan(name));
            } else {
                faults.add(SealedBytes.foreign(name, "SHA-256 " + sha256));
            }
        } catch (IOException _) {
            faults.add(SealedBytes.foreign(name, "a file that cannot be read"));
        }
    }

    private Path file(Digest sha256) {
        return folder.resolve(sha256.hex());
    }
}
