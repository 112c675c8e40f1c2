package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A sealed piece of evidence: its bytes lie in the vault under their digest, and the custody log says where they came from.
 *
 * @param id its number
 * @param incident the incident it belongs to
 * @param kind what it is, for example {@code inbox-rules}
 * @param subject what it is of, usually an object id
 * @param source where it was asked for
 * @param requestId the service's id of the answer, where it gave one
 * @param acquiredAt when it was acquired, tenant time, UTC
 * @param recordedAt when it was sealed, by this machine's clock, UTC
 * @param mediaType the media type of the bytes
 * @param size how many bytes
 * @param sha256 their SHA-256, also the name of the file in the vault
 * @param sha512 their SHA-512
 */
public record Exhibit(
        ExhibitId id,
        IncidentId incident,
        String kind,
        String subject,
        String source,
        Optional<String> requestId,
        Instant acquiredAt,
        Instant recordedAt,
        String mediaType,
        long size,
        Digest sha256,
        Digest sha512) {
    public Exhibit {
        requireNonNull(id, "id is null");
        requireNonNull(incident, "incident is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(source, "source is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(acquiredAt, "acquiredAt is null");
        requireNonNull(recordedAt, "recordedAt is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(sha512, "sha512 is null");
        if (size < 0) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
    }

    /** The exhibit that {@code entry} acquired; empty when the entry records anything else. */
    public static Optional<Exhibit> of(CustodyEntry entry) {
        return entry.event() instanceof CustodyEvent.Acquired acquired
                ? Optional.of(acquired.exhibit(entry))
                : Optional.empty();
    }
}
