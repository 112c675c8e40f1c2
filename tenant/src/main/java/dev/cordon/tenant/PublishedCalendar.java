package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A calendar that whoever has its address can read without signing in. A mailbox can have several.
 *
 * @param folderId the id of its folder: what tells it from the others, however it is called or published
 * @param folder the folder's path as Exchange prints it, for people: untrusted text
 * @param addresses where it can be read, as a page and as a feed; empty where Exchange shows none
 * @param detailLevel what it shows: AvailabilityOnly, LimitedDetails, FullDetails; empty text where Exchange does not say
 * @param searchable whether search engines may find it
 */
public record PublishedCalendar(
        String folderId, String folder, List<String> addresses, String detailLevel, boolean searchable) {
    public PublishedCalendar {
        requireNonNull(folderId, "folderId is null");
        requireNonNull(folder, "folder is null");
        addresses = List.copyOf(addresses);
        requireNonNull(detailLevel, "detailLevel is null");
        if (folderId.isBlank()) {
            throw new IllegalArgumentException("A calendar without the id of its folder could be any");
        }
    }

    /** The calendar and where it can be read, for people. */
    public String name() {
        return folder + ": " + (addresses.isEmpty() ? "published, address not shown" : addresses.getFirst());
    }
}
