package dev.cordon.store;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceDeletedException;
import dev.cordon.evidence.EvidenceHeldException;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.LegalHold;
import dev.cordon.evidence.Provenance;
import dev.cordon.evidence.Tombstone;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.DigestingStream;
import dev.cordon.incident.IncidentId;
import dev.cordon.store.encryption.ChangedBytesException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/** The vault: bytes under their SHA-256, and what the custody log says of them. */
final class StoredVault implements EvidenceVault {
    private final SealedBytes sealed;
    private final SqlCustodyLog custody;
    private final Database database;

    StoredVault(SealedBytes sealed, SqlCustodyLog custody, Database database) {
        this.sealed = sealed;
        this.custody = custody;
        this.database = database;
    }

    /** The bytes first: an entry never names what is not there. */
    @Override
    public Exhibit seal(IncidentId incident, Acquisition acquisition) {
        CustodyEvent.Acquired acquired = CustodyEvent.Acquired.of(acquisition);
        return seal(incident, acquired, () -> sealed.keep(acquired.sha256(), acquisition.bytes()));
    }

    private Exhibit seal(IncidentId incident, CustodyEvent.Acquired acquired, Runnable keep) {
        keep.run();
        Exhibit exhibit = Exhibit.of(custody.append(incident, acquired))
                .orElseThrow(() -> new IllegalStateException("an acquisition is an exhibit"));
        // The same bytes may have expired between the two. From the entry on nobody takes them away.
        if (sealed.size(acquired.sha256()).isEmpty()) {
            keep.run();
        }
        return exhibit;
    }

    @Override
    public Intake receive(InputStream bytes) throws IOException {
        try {
            return new ReceivedIntake(sealed.receive(new Foreign(bytes)));
        } catch (Foreign.Broken e) {
            throw e.cause;
        } catch (IOException e) {
            throw StoreException.of("Receiving evidence in", Path.of("vault"), e);
        }
    }

    /** What was received and may be sealed. */
    private final class ReceivedIntake implements Intake {
        private final Received received;
        private boolean isSealed;

        ReceivedIntake(Received received) {
            this.received = received;
        }

        @Override
        public Fixity fixity() {
            return received.fixity();
        }

        @Override
        public InputStream open() throws IOException {
            return received.open();
        }

        @Override
        public Exhibit seal(IncidentId incident, Provenance provenance) {
            if (isSealed) {
                throw new IllegalStateException("it was sealed before");
            }
            isSealed = true;
            return StoredVault.this.seal(
                    incident, CustodyEvent.Acquired.of(provenance, received.fixity()), () -> sealed.keep(received));
        }

        @Override
        public void close() {
            received.close();
        }
    }

    /** Tells a source that cannot be read from a place that cannot be written. */
    private static final class Foreign extends FilterInputStream {
        Foreign(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (IOException e) {
                throw new Broken(e);
            }
        }

        private static final class Broken extends IOException {
            private static final long serialVersionUID = 1L;
            private final IOException cause;

            Broken(IOException cause) {
                super(cause);
                this.cause = cause;
            }
        }
    }

    @Override
    public Optional<Exhibit> find(ExhibitId exhibit) {
        return custody.find(exhibit.sequence()).flatMap(Exhibit::of);
    }

    @Override
    public boolean isSealed(ExhibitId exhibit) {
        return find(exhibit)
                .map(found -> sealed.size(found.sha256()).equals(OptionalLong.of(found.size()))
                        && !tombstones(found.incident()).containsKey(exhibit))
                .orElse(false);
    }

    private Exhibit living(ExhibitId id) {
        Exhibit exhibit = find(id).orElseThrow(() -> new IllegalArgumentException("There is no exhibit " + id));
        Tombstone tombstone = tombstones(exhibit.incident()).get(id);
        if (tombstone != null) {
            throw new EvidenceDeletedException(tombstone);
        }
        return exhibit;
    }

    @Override
    public byte[] open(ExhibitId id, String by, String why) {
        Exhibit exhibit = living(id);
        byte[] bytes = read(exhibit);
        String sha256 = Digest.sha256(bytes).hex();
        if (!sha256.equals(exhibit.sha256().hex()) || !Digest.sha512(bytes).equals(exhibit.sha512())) {
            throw new EvidenceDamagedException(id, "SHA-256 " + exhibit.sha256(), "SHA-256 " + sha256);
        }
        custody.append(exhibit.incident(), new CustodyEvent.Accessed(id, by, why));
        return bytes;
    }

    private InputStream lying(Exhibit exhibit) {
        return sealed.stream(exhibit.sha256())
                .orElseThrow(() -> new EvidenceDamagedException(
                        exhibit.id(), SealedBytes.name(exhibit.sha256().hex()), "nothing"));
    }

    private byte[] read(Exhibit exhibit) {
        try (InputStream bytes = lying(exhibit)) {
            return bytes.readAllBytes();
        } catch (ChangedBytesException e) {
            throw new EvidenceDamagedException(exhibit.id(), "SHA-256 " + exhibit.sha256(), e.found());
        } catch (IOException e) {
            throw SealedBytes.unreadable(exhibit.sha256(), e);
        }
    }

    @Override
    public void copy(ExhibitId id, OutputStream to) {
        Exhibit exhibit = living(id);
        DigestingStream copy = new DigestingStream(to);
        try (InputStream bytes = new Foreign(lying(exhibit))) {
            bytes.transferTo(copy);
        } catch (Foreign.Broken broken) {
            throw new EvidenceDamagedException(
                    id,
                    "SHA-256 " + exhibit.sha256(),
                    broken.cause instanceof ChangedBytesException changed
                            ? changed.found()
                            : "a file that cannot be read after " + copy.size() + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(id + " could not be copied", e);
        }
        if (!copy.sha256().equals(exhibit.sha256()) || !copy.sha512().equals(exhibit.sha512())) {
            throw new EvidenceDamagedException(id, "SHA-256 " + exhibit.sha256(), "SHA-256 " + copy.sha256());
        }
    }

    @Override
    public SortedMap<ExhibitId, Tombstone> tombstones(IncidentId incident) {
        return custody.tombstones(incident);
    }

    /** The tombstones first: what is gone without one is a fault, what has one and is still there only has to go. */
    @Override
    public List<Tombstone> expire(IncidentId incident, String rule, String by) {
        List<Tombstone> made =
                custody.appendDecided(incident, entries -> tombstones(incident, entries, rule, by)).stream()
                        .flatMap(entry -> Tombstone.of(entry).stream())
                        .toList();
        takeAway(incident);
        return made;
    }

    private static List<CustodyEvent> tombstones(
            IncidentId incident, List<CustodyEntry> entries, String rule, String by) {
        LegalHold.standing(entries).stream().findFirst().ifPresent(hold -> {
            throw new EvidenceHeldException(incident, hold);
        });
        Set<ExhibitId> gone = Tombstone.among(entries).keySet();
        return entries.stream()
                .flatMap(entry -> Exhibit.of(entry).stream())
                .filter(exhibit -> !gone.contains(exhibit.id()))
                .<CustodyEvent>map(exhibit -> new CustodyEvent.Deleted(exhibit.id(), exhibit.sha256(), rule, by))
                .toList();
    }

    private void takeAway(IncidentId incident) {
        List<Digest> lying = tombstones(incident).values().stream()
                .map(Tombstone::sha256)
                .distinct()
                .filter(sha256 -> sealed.size(sha256).isPresent())
                .toList();
        if (lying.isEmpty()) {
            return;
        }
        database.write("Deleting expired evidence", connection -> {
            Set<Digest> living = custody.living(connection);
            for (Digest sha256 : lying) {
                if (!living.contains(sha256)) {
                    sealed.remove(connection, sha256);
                }
            }
            return lying.size();
        });
    }

    @Override
    public List<Exhibit> exhibits(IncidentId incident) {
        return custody.entries(incident).stream()
                .flatMap(entry -> Exhibit.of(entry).stream())
                .toList();
    }
}
