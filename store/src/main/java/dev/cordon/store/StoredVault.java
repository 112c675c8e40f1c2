package dev.cordon.store;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.DigestingStream;
import dev.cordon.incident.IncidentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The vault: bytes under their SHA-256, and what the custody log says of them. */
final class StoredVault implements EvidenceVault {
    private final SealedBytes sealed;
    private final CustodyLog custody;

    StoredVault(SealedBytes sealed, CustodyLog custody) {
        this.sealed = sealed;
        this.custody = custody;
    }

    /** The bytes first: an entry never names what is not there. */
    @Override
    public Exhibit seal(IncidentId incident, Acquisition acquisition) {
        CustodyEvent.Acquired acquired = CustodyEvent.Acquired.of(acquisition);
        sealed.keep(acquired.sha256(), acquisition.bytes());
        return Exhibit.of(custody.append(incident, acquired))
                .orElseThrow(() -> new IllegalStateException("an acquisition is an exhibit"));
    }

    @Override
    public Optional<Exhibit> find(ExhibitId exhibit) {
        return custody.find(exhibit.sequence()).flatMap(Exhibit::of);
    }

    @Override
    public boolean isSealed(ExhibitId exhibit) {
        return find(exhibit)
                .map(found -> sealed.size(found.sha256()).equals(OptionalLong.of(found.size())))
                .orElse(false);
    }

    @Override
    public byte[] open(ExhibitId id, String by, String why) {
        Exhibit exhibit = find(id).orElseThrow(() -> new IllegalArgumentException("There is no exhibit " + id));
        byte[] bytes = sealed.read(exhibit.sha256())
                .orElseThrow(() -> new EvidenceDamagedException(
                        id, SealedBytes.name(exhibit.sha256().hex()), "nothing"));
        String sha256 = Digest.sha256(bytes).hex();
        if (!sha256.equals(exhibit.sha256().hex()) || !Digest.sha512(bytes).equals(exhibit.sha512())) {
            throw new EvidenceDamagedException(id, "SHA-256 " + exhibit.sha256(), "SHA-256 " + sha256);
        }
        custody.append(exhibit.incident(), new CustodyEvent.Accessed(id, by, why));
        return bytes;
    }

    @Override
    public void copy(ExhibitId id, OutputStream to) {
        Exhibit exhibit = find(id).orElseThrow(() -> new IllegalArgumentException("There is no exhibit " + id));
        DigestingStream copy = new DigestingStream(to);
        try (InputStream bytes = sealed.stream(exhibit.sha256())
                .orElseThrow(() -> new EvidenceDamagedException(
                        id, SealedBytes.name(exhibit.sha256().hex()), "nothing"))) {
            bytes.transferTo(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(id + " could not be copied", e);
        }
        if (!copy.sha256().equals(exhibit.sha256()) || !copy.sha512().equals(exhibit.sha512())) {
            throw new EvidenceDamagedException(id, "SHA-256 " + exhibit.sha256(), "SHA-256 " + copy.sha256());
        }
    }

    @Override
    public List<Exhibit> exhibits(IncidentId incident) {
        return custody.entries(incident).stream()
                .flatMap(entry -> Exhibit.of(entry).stream())
                .toList();
    }
}
