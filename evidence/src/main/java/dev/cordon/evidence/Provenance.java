package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What bytes are and where they came from, for bytes that are received as a stream.
 *
 * @param kind what it is, short, for example {@code audit-log-csv}
 * @param subject what it is of: an object id, or a file's name
 * @param source where it was asked for or who brought it, for people
 * @param requestId the service's id of the answer, where it gave one
 * @param acquiredAt when it was acquired, tenant time where a tenant is known, UTC
 * @param mediaType the media type of the bytes
 * @see Acquisition
 */
public record Provenance(
        String kind, String subject, String source, Optional<String> requestId, Instant acquiredAt, String mediaType) {
    public Provenance {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(source, "source is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(acquiredAt, "acquiredAt is null");
        requireNonNull(mediaType, "mediaType is null");
        if (kind.isBlank()) {
            throw new IllegalArgumentException("kind is blank");
        }
    }
}
