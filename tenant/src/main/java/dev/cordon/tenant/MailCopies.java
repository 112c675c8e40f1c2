package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The copies of one message in one mailbox, wherever in it they lie. Other people's mailboxes are shown to an application only: a signed-in
 * administrator is refused with {@link Failure.Reason#MISSING_ROLE}. Ids are immutable: they stay when a copy is moved within its mailbox.
 * {@code mailbox} is its owner's object id or sign-in name. Safe for many threads. Permission Mail.Read of an application to find,
 * Mail.ReadWrite to move and delete.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/message-move">Move a message</a>
 */
public interface MailCopies {
    /**
     * Every copy: in all folders, hidden ones included, and in Recoverable Items (deleted, purged, earlier versions). Incomplete where one of
     * these places could not be read: "no copy is left" must not be said then. An online archive is not looked at.
     *
     * @param internetMessageId as the message's header has it: untrusted text
     * @throws TenantException when nothing could be read; {@link Failure.Reason#NOT_FOUND} where there is no mailbox
     */
    Reading<List<Copy>> find(String mailbox, String internetMessageId);

    /**
     * Moves the copy to Recoverable Items, where its owner sees it no more and {@link #moveBack} can fetch it from. Idempotent; repeated by
     * itself; one that is gone, or lies there, is a receipt that says so.
     */
    Receipt softDelete(String mailbox, Copy copy);

    /**
     * Deletes the copy for good: neither its owner nor {@link #moveBack} can get it again. The service keeps it for a while among what was
     * purged ({@link Place#PURGED}), and as long as there is a hold. Idempotent; repeated by itself; already gone is a receipt that says so.
     *
     * @see <a href="https://learn.microsoft.com/graph/api/message-permanentdelete">Delete a message permanently</a>
     */
    Receipt hardDelete(String mailbox, Copy copy);

    /**
     * Moves a copy that was soft-deleted back to the folder in which it was found. Idempotent; repeated by itself.
     *
     * @param copy as it was found before it was deleted
     * @throws TenantException {@link Failure.Reason#NOT_FOUND} where the copy or its folder is gone
     */
    Receipt moveBack(String mailbox, Copy copy);

    /**
     * A copy. Texts are untrusted.
     *
     * @param id its immutable id
     * @param place where in the mailbox it lies
     * @param folderId the id of its folder
     * @param folder the folder's name, with the names of those above it; empty text where that is not known
     * @param receivedAt when it was received; empty where the row does not say
     * @param read whether it is marked as read; empty where the row does not say
     */
    record Copy(
            String id,
            Place place,
            String folderId,
            String folder,
            Optional<Instant> receivedAt,
            Optional<Boolean> read) {
        public Copy {
            requireNonNull(place, "place is null");
            requireNonNull(folder, "folder is null");
            requireNonNull(receivedAt, "receivedAt is null");
            requireNonNull(read, "read is null");
            if (id.isBlank() || folderId.isBlank()) {
                throw new IllegalArgumentException("A copy without an id or a folder cannot be moved");
            }
        }
    }

    /** Where in a mailbox a copy lies. */
    enum Place {
        /** In a folder that its owner sees, the deleted items among them. */
        VISIBLE,
        /** In a folder that programs do not show. */
        HIDDEN,
        /** In Recoverable Items: deleted, and its owner can take it back. */
        RECOVERABLE,
        /** In Recoverable Items: purged, or an earlier version; its owner does not see it and cannot take it back. */
        PURGED;

        /** Whether the mailbox's owner can open it as it lies there. */
        public boolean isReachable() {
            return switch (this) {
                case VISIBLE, HIDDEN -> true;
                case RECOVERABLE, PURGED -> false;
            };
        }
    }
}
