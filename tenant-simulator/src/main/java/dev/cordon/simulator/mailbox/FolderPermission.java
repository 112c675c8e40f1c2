package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TableKey;
import java.util.List;
import java.util.Locale;

/**
 * What somebody may do in one folder.
 *
 * @param folder the folder's path as cmdlets take it
 * @param user a UPN, an outside address, {@code Default} or {@code Anonymous}
 */
public record FolderPermission(
        String ownerId,
        String folderId,
        String folder,
        String user,
        List<String> accessRights,
        List<String> sharingFlags) {

    /** All of them, by {@link #key()}. */
    public static final TableKey<FolderPermission> TABLE = new TableKey<>("folder-permissions", FolderPermission.class);

    /** Who has a permission in every folder, be it {@code None}. */
    public static final List<String> SPECIAL = List.of("Default", "Anonymous");

    /** What somebody may do in that folder. */
    public static FolderPermission in(
            MailFolder folder, String user, List<String> accessRights, List<String> sharingFlags) {
        return new FolderPermission(
                folder.ownerId(), folder.id(), folder.cmdletPath(), user, accessRights, sharingFlags);
    }

    /** Copies the lists. */
    public FolderPermission {
        accessRights = List.copyOf(accessRights);
        sharingFlags = List.copyOf(sharingFlags);
    }

    /** The table key: folder and user. */
    public String key() {
        return key(folderId, user);
    }

    /** The table key of somebody's permission. */
    public static String key(String folderId, String user) {
        return folderId + "/" + user.toLowerCase(Locale.ROOT);
    }

    /** Whether the name stands for people in general, in every folder: it can be set, and neither added nor removed. */
    public static boolean isSpecial(String user) {
        return SPECIAL.stream().anyMatch(user::equalsIgnoreCase);
    }

    /** Whether it lets somebody do anything. */
    public boolean isActive() {
        return !accessRights.stream().allMatch("None"::equalsIgnoreCase);
    }

    /** The id in the truth: folder and user. */
    public String wireId() {
        return folder + "/" + user;
    }
}
