package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the vault's files with the exhibits, and the exhibits with the files. For one thread. */
final class VaultCheck {
    /** What {@link FileVault} writes to before the name is known to hold the bytes. */
    private static final Pattern TEMPORARY =
            Pattern.compile("\\.new-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Path vault;
    private final List<Fault> faults;
    private final List<Remark> remarks;

    VaultCheck(Path vault, List<Fault> faults, List<Remark> remarks) {
        this.vault = vault;
        this.faults = faults;
        this.remarks = remarks;
    }

    /** What lies in the vault. To be asked before the custody log is read: bytes are written before the entry that names them. */
    List<Path> lying() {
        try (Stream<Path> files = Files.list(vault)) {
            return files.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            faults.add(Fault.inFile(
                    "vault",
                    "a readable folder",
                    String.valueOf(e.getMessage()),
                    "The vault could not be looked through, so what does not belong there could not be named."));
            return List.of();
        }
    }

    void compare(List<Exhibit> exhibits, List<Path> lying) {
        exhibits.forEach(this::check);
        Set<String> known =
                exhibits.stream().map(exhibit -> exhibit.sha256().hex()).collect(Collectors.toSet());
        lying.stream()
                .filter(file -> !known.contains(name(file)))
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .forEach(this::unknown);
    }

    private void check(Exhibit exhibit) {
        String name = "vault/" + exhibit.sha256();
        String meaning = exhibit.id() + " (" + exhibit.kind() + ", " + exhibit.incident() + ") is damaged.";
        try {
            byte[] bytes = Files.readAllBytes(vault.resolve(exhibit.sha256().hex()));
            compare(name, exhibit.size() + " bytes", bytes.length + " bytes", meaning);
            compare(name, "SHA-256 " + exhibit.sha256(), "SHA-256 " + Digest.sha256(bytes), meaning);
            compare(name, "SHA-512 " + exhibit.sha512(), "SHA-512 " + Digest.sha512(bytes), meaning);
        } catch (NoSuchFileException _) {
            faults.add(Fault.inFile(name, exhibit.size() + " bytes", "no file", meaning));
        } catch (IOException e) {
            faults.add(Fault.inFile(name, "a readable file", String.valueOf(e.getMessage()), meaning));
        }
    }

    private void compare(String name, String expected, String actual, String meaning) {
        if (!expected.equals(actual)) {
            faults.add(Fault.inFile(name, expected, actual, meaning));
        }
    }

    /** No entry names the file. A process that was killed leaves one whose bytes are what its name says, or a temporary one. */
    private void unknown(Path file) {
        String name = "vault/" + name(file);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            faults.add(foreign(name, "no regular file"));
            return;
        }
        if (TEMPORARY.matcher(name(file)).matches()) {
            remarks.add(
                    new Remark(
                            name,
                            "No exhibit: the writing of one was cut off. What it was to hold was never used; the file may be deleted."));
            return;
        }
        try {
            String sha256 = Digest.sha256(Files.readAllBytes(file)).hex();
            if (sha256.equals(name(file))) {
                remarks.add(
                        new Remark(
                                name,
                                "No exhibit: its bytes are what its name says, and no custody entry names them. The process was"
                                        + " killed between the two, or the entry is among those reported as missing, if any are."));
            } else {
                faults.add(foreign(name, "SHA-256 " + sha256));
            }
        } catch (IOException e) {
            faults.add(foreign(name, String.valueOf(e.getMessage())));
        }
    }

    private static Fault foreign(String name, String actual) {
        return Fault.inFile(
                name,
                "only exhibits, each named by its SHA-256",
                actual,
                "Cordon did not write this: somebody put it into the vault, or changed its name or its bytes. It is no evidence.");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
