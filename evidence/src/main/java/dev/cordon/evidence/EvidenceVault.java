package dev.cordon.evidence;

import dev.cordon.incident.IncidentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where the bytes of evidence lie. Sealed bytes never change, and go only when {@link #expire} lets them go, behind a {@link Tombstone}; the
 * same bytes sealed twice are two exhibits and may share their storage.
 *
 * <p>Safe for many threads and, where the store is shared, for many processes.
 */
public interface EvidenceVault {
    /**
     * Seals bytes: first they are made durable under their digest, then {@link CustodyEvent.Acquired} is appended. Both are durable when
     * this returns. A crash in between leaves bytes that no exhibit names, and no harm. Not idempotent: every call is an exhibit.
     */
    Exhibit seal(IncidentId incident, Acquisition acquisition);

    /**
     * Receives bytes of any length without ever holding them in memory, to be sealed or given up. They are durable when this returns; a
     * crash before they are sealed leaves bytes that no exhibit names, and no harm.
     *
     * @param bytes read to its end, not closed
     * @throws IOException when {@code bytes} cannot be read
     */
    Intake receive(InputStream bytes) throws IOException;

    /** The exhibit with this number; empty when there is none. */
    Optional<Exhibit> find(ExhibitId exhibit);

    /** Whether the exhibit exists in the custody log, has no tombstone, and its bytes are in the vault, at their full length. */
    boolean isSealed(ExhibitId exhibit);

    /**
     * Reads an exhibit's bytes, checks them against both digests, and appends {@link CustodyEvent.Accessed}.
     *
     * @param by who reads
     * @param why for what purpose
     * @throws EvidenceDamagedException when the bytes are gone or are not the bytes that were sealed; nothing of them is returned
     * @throws EvidenceDeletedException when the exhibit has a tombstone
     * @throws IllegalArgumentException when there is no such exhibit
     */
    byte[] open(ExhibitId exhibit, String by, String why);

    /**
     * Copies an exhibit's bytes and checks them against both digests on the way, without holding them. Leaves no entry: whoever hands the
     * copy out records that.
     *
     * @param to is not closed; what it holds is worthless when this throws
     * @throws EvidenceDamagedException when the bytes are gone or are not the bytes that were sealed
     * @throws EvidenceDeletedException when the exhibit has a tombstone
     * @throws IllegalArgumentException when there is no such exhibit
     * @throws java.io.UncheckedIOException when {@code to} cannot be written
     */
    void copy(ExhibitId exhibit, OutputStream to);

    /** The incident's exhibits in the order they were sealed, those with a tombstone among them; empty for an unknown incident. */
    List<Exhibit> exhibits(IncidentId incident);

    /** The tombstones of the incident's exhibits, in the order of the exhibits. */
    SortedMap<ExhibitId, Tombstone> tombstones(IncidentId incident);

    /**
     * Gives up the bytes of all exhibits of an incident: first every exhibit that has none gets a tombstone, all of them in one moment and
     * only where no legal hold stands then, and afterwards the bytes go that no other exhibit shares. A crash in between leaves bytes with a
     * tombstone; calling it again takes them away. Idempotent.
     *
     * @param rule the rule that lets them go, for people
     * @param by who carries it out
     * @return the tombstones that were made now
     * @throws EvidenceHeldException when a legal hold stands; nothing was done
     */
    List<Tombstone> expire(IncidentId incident, String rule, String by);
}
