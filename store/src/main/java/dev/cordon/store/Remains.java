package dev.cordon.store;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can still be verified where the database cannot be read: each file of the vault against its own name. Changes nothing. */
final class Remains {
    private final DataFolder folder;
    private final List<Fault> faults = new ArrayList<>();

    Remains(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * The fault of the database, and those of the vault.
     *
     * @param why what happened when the database was read
     */
    Verification verify(StoreException why) {
        faults.add(Fault.inFile(
                "cordon.db",
                "a database with the journal and the custody log",
                found(why),
                "The database cannot be read, so no entry could be checked; only the vault was, each file against its own name. "
                        + why.remedy()));
        return new Verification(vault(), 0, 0, 0, faults, List.of());
    }

    private String found(StoreException why) {
        try {
            return Files.size(folder.database()) == 0 ? "an empty file" : why.found();
        } catch (IOException _) {
            return "no file";
        }
    }

    private long vault() {
        try (Stream<Path> files = Files.list(folder.vault())) {
            List<Path> exhibits = files.filter(
                            file -> Digest.isDigest(file.getFileName().toString()))
                    .sorted()
                    .toList();
            exhibits.forEach(this::check);
            return exhibits.size();
        } catch (IOException _) {
            faults.add(Fault.inFile("vault", "a readable folder", "something else", "No exhibit could be read."));
            return 0;
        }
    }

    private void check(Path exhibit) {
        String name = exhibit.getFileName().toString();
        try {
            String found = Digest.sha256(Files.readAllBytes(exhibit)).hex();
            if (!found.equals(name)) {
                faults.add(changed(name, "SHA-256 " + found));
            }
        } catch (IOException _) {
            faults.add(changed(name, "a file that cannot be read"));
        }
    }

    private static Fault changed(String name, String actual) {
        return Fault.inFile("vault/" + name, "SHA-256 " + name, actual, "The exhibit is not what was sealed.");
    }
}
