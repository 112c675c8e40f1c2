package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TableKey;
import java.util.List;
import java.util.Locale;

/**
 * What somebody else may do with a mailbox.
 *
 * @param trustee UPN or outside address
 * @param right {@code FullAccess}, {@code ReadPermission}, {@code SendAs}, {@code SendOnBehalf} and so on
 */
public record MailboxAccess(String ownerId, String trustee, String right, boolean deny, String inheritance) {

    /** All of them, by {@link #key()}. */
    public static final TableKey<MailboxAccess> TABLE = new TableKey<>("mailbox-access", MailboxAccess.class);

    /** The rights Get-MailboxPermission lists; the others have cmdlets or properties of their own. */
    public static final List<String> MAILBOX_RIGHTS =
            List.of("FullAccess", "ReadPermission", "ExternalAccount", "DeleteItem", "ChangePermission", "ChangeOwner");

    /** The table key: owner, trustee and right. */
    public String key() {
        return key(ownerId, trustee, right);
    }

    /** The table key of somebody's right. */
    public static String key(String ownerId, String trustee, String right) {
        return (ownerId + "/" + trustee + "/" + right).toLowerCase(Locale.ROOT);
    }

    /** The id on the wire and in the truth: trustee and right. */
    public String wireId() {
        return trustee + "/" + right;
    }
}
