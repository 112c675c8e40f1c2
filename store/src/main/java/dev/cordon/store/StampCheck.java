package dev.cordon.store;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Tombstones;
import dev.cordon.evidence.attestation.AttestationVerifier;
import dev.cordon.evidence.attestation.BrokenAttestationException;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the time stamps that the custody log tells of against the exhibits that hold them. For one thread. */
final class StampCheck {
    private final SealedBytes vault;
    private final AttestationVerifier verifier;
    private final List<Fault> faults;
    private final List<Attestation> found = new ArrayList<>();

    StampCheck(SealedBytes vault, AttestationVerifier verifier, List<Fault> faults) {
        this.vault = vault;
        this.verifier = verifier;
        this.faults = faults;
    }

    /** Checks the stamps of these entries; what is intact, trusted or not. Those that were lawfully deleted are nowhere to be read. */
    List<Attestation> check(List<CustodyEntry> stamped, List<Exhibit> exhibits, Tombstones tombstones) {
        for (CustodyEntry entry : stamped) {
            if (entry.event() instanceof CustodyEvent.Timestamped event
                    && tombstones.find(event.exhibit()).isEmpty()) {
                check("custody " + entry.sequence(), event, find(exhibits, entry, event));
            }
        }
        return found;
    }

    private static Optional<Exhibit> find(List<Exhibit> exhibits, CustodyEntry entry, CustodyEvent.Timestamped event) {
        return exhibits.stream()
                .filter(exhibit -> exhibit.id().equals(event.exhibit())
                        && exhibit.incident().equals(entry.incident()))
                .findFirst();
    }

    private void check(String entry, CustodyEvent.Timestamped event, Optional<Exhibit> exhibit) {
        if (exhibit.isEmpty()) {
            faults.add(broken(entry, "the exhibit " + event.exhibit(), "no such exhibit of this incident"));
            return;
        }
        try {
            Optional<byte[]> reply = lying(exhibit.get());
            if (reply.isPresent()) {
                found.add(verifier.timeStamp(reply.get(), event, entry + ", " + event.exhibit()));
            }
        } catch (BrokenAttestationException e) {
            faults.add(broken(entry, e.expected(), e.actual() + " in " + event.exhibit()));
        }
    }

    /** The bytes; none where they are gone, changed or cannot be read, which is named where the vault is compared. */
    private Optional<byte[]> lying(Exhibit exhibit) {
        try (InputStream bytes = vault.stream(exhibit.sha256()).orElseGet(InputStream::nullInputStream)) {
            byte[] all = bytes.readAllBytes();
            return all.length == 0 ? Optional.empty() : Optional.of(all);
        } catch (IOException | StoreException named) {
            return Optional.empty();
        }
    }

    private static Fault broken(String entry, String expected, String actual) {
        return Fault.atEntry(entry, expected, actual, "The stamp that the entry tells of is not the one that is here.");
    }
}
