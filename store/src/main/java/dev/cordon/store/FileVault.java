package dev.cordon.store;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The vault as a folder of files, each named by the SHA-256 of its bytes. */
final class FileVault implements EvidenceVault {
    private final Path folder;
    private final CustodyLog custody;

    FileVault(Path folder, CustodyLog custody) {
        this.folder = folder;
        this.custody = custody;
    }

    @Override
    public Exhibit seal(IncidentId incident, Acquisition acquisition) {
        CustodyEvent.Acquired acquired = CustodyEvent.Acquired.of(acquisition);
        Path file = file(acquired.sha256());
        try {
            if (!holds(file, acquired.sha256())) {
                // Also when the file is there but is not what its name says: the right bytes mend it.
                OwnerOnly.replace(file, folder.resolve(".new-" + UUID.randomUUID()), acquisition.bytes(), "r--------");
                OwnerOnly.syncFolder(folder);
            }
        } catch (IOException e) {
            throw StoreException.of("Sealing evidence in", file, e);
        }
        return Exhibit.of(custody.append(incident, acquired))
                .orElseThrow(() -> new IllegalStateException("an acquisition is an exhibit"));
    }

    private static boolean holds(Path file, Digest sha256) throws IOException {
        return Files.exists(file) && Digest.sha256(Files.readAllBytes(file)).equals(sha256);
    }

    @Override
    public Optional<Exhibit> find(ExhibitId exhibit) {
        return custody.find(exhibit.sequence()).flatMap(Exhibit::of);
    }

    @Override
    public boolean isSealed(ExhibitId exhibit) {
        return find(exhibit).map(this::isThere).orElse(false);
    }

    private boolean isThere(Exhibit exhibit) {
        Path file = file(exhibit.sha256());
        try {
            return Files.size(file) == exhibit.size();
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw StoreException.of("Looking for", file, e);
        }
    }

    @Override
    public byte[] open(ExhibitId id, String by, String why) {
        Exhibit exhibit = find(id).orElseThrow(() -> new IllegalArgumentException("There is no exhibit " + id));
        byte[] bytes = read(exhibit);
        String sha256 = Digest.sha256(bytes).hex();
        if (!sha256.equals(exhibit.sha256().hex()) || !Digest.sha512(bytes).equals(exhibit.sha512())) {
            throw new EvidenceDamagedException(id, "SHA-256 " + exhibit.sha256(), "SHA-256 " + sha256);
        }
        custody.append(exhibit.incident(), new CustodyEvent.Accessed(id, by, why));
        return bytes;
    }

    private byte[] read(Exhibit exhibit) {
        Path file = file(exhibit.sha256());
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            throw new EvidenceDamagedException(exhibit.id(), "file " + file.getFileName(), "no file");
        } catch (IOException e) {
            throw StoreException.of("Reading", file, e);
        }
    }

    @Override
    public List<Exhibit> exhibits(IncidentId incident) {
        return custody.entries(incident).stream()
                .flatMap(entry -> Exhibit.of(entry).stream())
                .toList();
    }

    private Path file(Digest sha256) {
        return folder.resolve(sha256.hex());
    }
}
