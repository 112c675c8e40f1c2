package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A telephone, or whatever presents itself as one, that synchronises a mailbox: Exchange's mobile partnership, over ActiveSync or an app of
 * Outlook's. Exchange knows it apart from the devices of the directory. What it says about itself is untrusted text.
 *
 * @param id Exchange's own id of the partnership, a GUID
 * @param friendlyName its name
 * @param type its type, for example iPhone, Android, Outlook
 * @param model its model
 * @param operatingSystem its operating system
 * @param userAgent the program it synchronises with
 * @param clientType how it synchronises: EAS, Outlook, REST …
 * @param accessState whether Exchange lets it synchronise: Allowed, Blocked, Quarantined …
 * @param firstSyncAt when it first synchronised
 * @param createdAt when Exchange made the partnership's object, which a move of the mailbox makes anew
 */
public record MobileDevice(
        String id,
        String friendlyName,
        String type,
        String model,
        String operatingSystem,
        String userAgent,
        String clientType,
        String accessState,
        Optional<Instant> firstSyncAt,
        Optional<Instant> createdAt) {
    public MobileDevice {
        requireNonNull(id, "id is null");
        requireNonNull(friendlyName, "friendlyName is null");
        requireNonNull(type, "type is null");
        requireNonNull(model, "model is null");
        requireNonNull(operatingSystem, "operatingSystem is null");
        requireNonNull(userAgent, "userAgent is null");
        requireNonNull(clientType, "clientType is null");
        requireNonNull(accessState, "accessState is null");
        requireNonNull(firstSyncAt, "firstSyncAt is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    /** Since when it has been there: the earlier of the two times; empty when Exchange gives neither. */
    public Optional<Instant> since() {
        return Stream.of(firstSyncAt, createdAt).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** What a person knows it by: its name, model or type, the first that it gives. */
    public String name() {
        return Stream.of(friendlyName, model, type)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("a telephone without a name");
    }
}
