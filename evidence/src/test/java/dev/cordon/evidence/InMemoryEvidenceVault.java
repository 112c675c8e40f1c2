package dev.cordon.evidence;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** A vault that forgets. Safe for many threads. */
public final class InMemoryEvidenceVault implements EvidenceVault {
    private final CustodyLog custody;
    private final Map<Digest, byte[]> blobs = new ConcurrentHashMap<>();
    private final Set<IncidentId> incidents = ConcurrentHashMap.newKeySet();

    public InMemoryEvidenceVault(CustodyLog custody) {
        this.custody = custody;
    }

    @Override
    public Exhibit seal(IncidentId incident, Acquisition acquisition) {
        CustodyEvent.Acquired acquired = CustodyEvent.Acquired.of(acquisition);
        blobs.put(acquired.sha256(), acquisition.bytes().clone());
        incidents.add(incident);
        return Exhibit.of(custody.append(incident, acquired)).orElseThrow();
    }

    @Override
    public Intake receive(InputStream bytes) throws IOException {
        return new InMemoryIntake(bytes.readAllBytes());
    }

    @Override
    public Optional<Exhibit> find(ExhibitId exhibit) {
        return custody.find(exhibit.sequence()).flatMap(Exhibit::of);
    }

    @Override
    public boolean isSealed(ExhibitId exhibit) {
        return find(exhibit)
                .map(found -> blobs.containsKey(found.sha256())
                        && !tombstones(found.incident()).containsKey(exhibit))
                .orElse(false);
    }

    private Exhibit living(ExhibitId exhibit) {
        Exhibit found = find(exhibit).orElseThrow(() -> new IllegalArgumentException("no exhibit " + exhibit));
        Optional.ofNullable(tombstones(found.incident()).get(exhibit)).ifPresent(tombstone -> {
            throw new EvidenceDeletedException(tombstone);
        });
        return found;
    }

    @Override
    public SortedMap<ExhibitId, Tombstone> tombstones(IncidentId incident) {
        return Tombstone.among(custody.entries(incident));
    }

    @Override
    public synchronized List<Tombstone> expire(IncidentId incident, String rule, String by) {
        List<CustodyEntry> entries = custody.entries(incident);
        LegalHold.standing(entries).stream().findFirst().ifPresent(hold -> {
            throw new EvidenceHeldException(incident, hold);
        });
        incidents.add(incident);
        List<Tombstone> made = exhibits(incident).stream()
                .filter(exhibit -> !Tombstone.among(entries).containsKey(exhibit.id()))
                .flatMap(exhibit -> Tombstone.of(
                        custody.append(incident, new CustodyEvent.Deleted(exhibit.id(), exhibit.sha256(), rule, by)))
                        .stream())
                .toList();
        exhibits(incident).stream().map(Exhibit::sha256).filter(this::isUnused).forEach(blobs::remove);
        return made;
    }

    private boolean isUnused(Digest sha256) {
        return incidents.stream()
                .flatMap(incident -> exhibits(incident).stream()
                        .filter(exhibit -> !tombstones(incident).containsKey(exhibit.id())))
                .noneMatch(exhibit -> exhibit.sha256().equals(sha256));
    }

    @Override
    public byte[] open(ExhibitId exhibit, String by, String why) {
        Exhibit found = living(exhibit);
        byte[] bytes = blobs.getOrDefault(found.sha256(), new byte[0]);
        if (!Digest.sha256(bytes).equals(found.sha256())) {
            throw new EvidenceDamagedException(exhibit, found.sha256().hex(), "other bytes");
        }
        custody.append(found.incident(), new CustodyEvent.Accessed(exhibit, by, why));
        return bytes.clone();
    }

    @Override
    public void copy(ExhibitId exhibit, OutputStream to) {
        Exhibit found = living(exhibit);
        byte[] bytes = blobs.getOrDefault(found.sha256(), new byte[0]);
        if (!Digest.sha256(bytes).equals(found.sha256())) {
            throw new EvidenceDamagedException(exhibit, found.sha256().hex(), "other bytes");
        }
        try {
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Exhibit> exhibits(IncidentId incident) {
        return custody.entries(incident).stream()
                .flatMap(entry -> Exhibit.of(entry).stream())
                .toList();
    }

    /** Spoils an exhibit's bytes, for tests of what is noticed. */
    public void damage(ExhibitId exhibit) {
        blobs.put(find(exhibit).orElseThrow().sha256(), new byte[] {0});
    }

    private final class InMemoryIntake implements Intake {
        private final byte[] bytes;
        private boolean sealed;

        InMemoryIntake(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public Fixity fixity() {
            return Fixity.of(bytes);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Exhibit seal(IncidentId incident, Provenance provenance) {
            if (sealed) {
                throw new IllegalStateException("it was sealed before");
            }
            sealed = true;
            blobs.put(fixity().sha256(), bytes);
            incidents.add(incident);
            return Exhibit.of(custody.append(incident, CustodyEvent.Acquired.of(provenance, fixity())))
                    .orElseThrow();
        }

        @Override
        public void close() {}
    }
}
