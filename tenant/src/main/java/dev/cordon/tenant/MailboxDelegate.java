package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Somebody with rights in a mailbox or in one of its folders.
 *
 * @param id a stable key: right, folder id where there is one, and trustee
 * @param scope whole mailbox or one folder
 * @param folderId the folder's id, by which it is meant; empty text for the whole mailbox
 * @param folder the folder's path as Exchange prints it, for people; empty text for the whole mailbox
 * @param trustee who has the right, as Exchange prints it
 * @param rights the rights, for example FullAccess, SendAs, SendOnBehalf, Editor
 */
public record MailboxDelegate(
        String id, Scope scope, String folderId, String folder, String trustee, List<String> rights) {
    public MailboxDelegate {
        requireNonNull(id, "id is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(folderId, "folderId is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(trustee, "trustee is null");
        rights = List.copyOf(rights);
    }

    /** A right over the whole mailbox, or on a folder whose id is not known: on such a folder nothing can be changed. */
    public MailboxDelegate(String id, Scope scope, String folder, String trustee, List<String> rights) {
        this(id, scope, "", folder, trustee, rights);
    }

    /** What the right covers. */
    public enum Scope {
        MAILBOX,
        FOLDER
    }
}
