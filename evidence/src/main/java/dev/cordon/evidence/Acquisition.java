package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes on their way into the vault, exactly as they came from their source, except that answers which carry secrets are redacted by the
 * caller first.
 *
 * <p>The bytes are not copied; nobody may change them afterwards.
 *
 * @param kind what it is, short, for example {@code inbox-rules}
 * @param subject what it is of, usually an object id
 * @param source where it was asked for, for people, for example {@code GET graph.microsoft.com/v1.0/users/...}
 * @param requestId the service's id of the answer, where it gave one
 * @param acquiredAt when it was acquired, tenant time, UTC
 * @param mediaType the media type of the bytes
 * @param bytes the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of evidence: equality and text are defined below
public record Acquisition(
        String kind,
        String subject,
        String source,
        Optional<String> requestId,
        Instant acquiredAt,
        String mediaType,
        byte[] bytes) {
    public Acquisition {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(source, "source is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(acquiredAt, "acquiredAt is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(bytes, "bytes is null");
        if (kind.isBlank()) {
            throw new IllegalArgumentException("kind is blank");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Acquisition that
                && kind.equals(that.kind)
                && subject.equals(that.subject)
                && source.equals(that.source)
                && requestId.equals(that.requestId)
                && acquiredAt.equals(that.acquiredAt)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Acquisition[kind=" + kind + ", subject=" + subject + ", " + bytes.length + " bytes]";
    }
}
