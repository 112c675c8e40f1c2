package dev.cordon.simulator.exchange;

import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.Mailbox;

/** The folder that {@code Identity} names: {@code mailbox:\\path} or {@code mailbox:FolderId} (X11, U6). */
final class FolderIdentity {

    private FolderIdentity() {}

    /** The folder, which is the usual one where only the mailbox is named. */
    static MailFolder find(CmdletCall call, Mailbox mailbox, String usual) {
        var identity = call.text("Identity");
        var folder = folder(identity);
        var path = folder.startsWith("\\") ? folder.substring(1) : "";
        return call.mailboxes().folders(mailbox.ownerId()).stream()
                .filter(each -> folder.length() < 2
                        ? each.type().equals(usual)
                        : path.isEmpty()
                                ? each.id().equals(folder)
                                : each.isNamedByPath() && each.cmdletPath().equalsIgnoreCase(path))
                .findFirst()
                .orElseThrow(() -> CmdletRefusal.notFound(identity));
    }

    /** What stands behind the mailbox; the colon may be left out before a path. */
    private static String folder(String identity) {
        var colon = identity.indexOf(':');
        var slash = identity.indexOf('\\');
        if (colon >= 0 && (slash < 0 || colon < slash)) {
            return identity.substring(colon + 1);
        }
        return slash < 0 ? "" : identity.substring(slash);
    }
}
