package dev.cordon.store;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.store.encryption.ChangedBytesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can still be verified where the database cannot be read: each file of the vault against its own name. Changes nothing. */
final class Remains {
    private final DataFolder folder;
    private final SealedFiles sealed;
    private final List<Fault> faults = new ArrayList<>();

    Remains(DataFolder folder, Passphrases passphrases) {
        this.folder = folder;
        this.sealed = new SealedFiles(folder.vault(), new VaultDoor(folder.vaultKey(), passphrases));
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
        List<Digest> exhibits = vault();
        long read = exhibits.stream().filter(this::isRead).count();
        return new Verification(read, 0, 0, 0, faults, List.of(), List.of(), exhibits.size() - read);
    }

    private String found(StoreException why) {
        try {
            return Files.size(folder.database()) == 0 ? "an empty file" : why.found();
        } catch (IOException _) {
            return "no file";
        }
    }

    private List<Digest> vault() {
        try (Stream<Path> files = Files.list(folder.vault())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> Digest.isDigest(name) && name.length() == 64)
                    .sorted()
                    .map(Digest::new)
                    .toList();
        } catch (IOException _) {
            faults.add(Fault.inFile("vault", "a readable folder", "something else", "No exhibit could be read."));
            return List.of();
        }
    }

    private boolean isRead(Digest exhibit) {
        String name = exhibit.hex();
        try {
            sealed.measure(exhibit)
                    .map(found -> found.sha256().hex())
                    .filter(found -> !found.equals(name))
                    .ifPresent(found -> faults.add(changed(name, "SHA-256 " + found)));
        } catch (ChangedBytesException e) {
            faults.add(changed(name, e.found()));
        } catch (StoreException e) {
            if (e.reason().isOfPassphrase()) {
                return false;
            }
            faults.add(changed(name, "a file that cannot be read"));
        }
        return true;
    }

    private static Fault changed(String name, String actual) {
        return Fault.inFile("vault/" + name, "SHA-256 " + name, actual, "The exhibit is not what was sealed.");
    }
}
