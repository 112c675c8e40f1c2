package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.FolderPermission;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.MailboxAccess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Who else may use a mailbox or a folder of it (X8-X11, U5, U6). */
final class PermissionCmdlets {

    private PermissionCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(
                Cmdlet.of(
                        "Get-MailboxPermission",
                        Access.RECIPIENT_READ,
                        "Identity User Owner",
                        "X8",
                        PermissionCmdlets::get),
                Cmdlet.of(
                        "Add-MailboxPermission",
                        Access.RECIPIENT_WRITE,
                        "Identity User AccessRights InheritanceType AutoMapping Deny",
                        "U5",
                        PermissionCmdlets::add),
                Cmdlet.of(
                        "Remove-MailboxPermission",
                        Access.RECIPIENT_WRITE,
                        "Identity User AccessRights InheritanceType Deny",
                        "X9",
                        PermissionCmdlets::remove),
                Cmdlet.of(
                        "Get-RecipientPermission",
                        Access.RECIPIENT_READ,
                        "Identity Trustee AccessRights",
                        "X10",
                        PermissionCmdlets::getSendAs),
                Cmdlet.of(
                        "Add-RecipientPermission",
                        Access.RECIPIENT_WRITE,
                        "Identity Trustee AccessRights",
                        "U5",
                        PermissionCmdlets::addSendAs),
                Cmdlet.of(
                        "Remove-RecipientPermission",
                        Access.RECIPIENT_WRITE,
                        "Identity Trustee AccessRights Deny",
                        "X10",
                        PermissionCmdlets::removeSendAs),
                Cmdlet.of(
                                "Get-MailboxFolderPermission",
                                Access.RECIPIENT_READ,
                                "Identity User",
                                "X11",
                                PermissionCmdlets::getFolder)
                        .ownToo(),
                Cmdlet.of(
                                "Add-MailboxFolderPermission",
                                Access.RECIPIENT_WRITE,
                                "Identity User AccessRights SharingPermissionFlags SendNotificationToUser",
                                "U6",
                                PermissionCmdlets::addFolder)
                        .ownToo(),
                Cmdlet.of(
                                "Set-MailboxFolderPermission",
                                Access.RECIPIENT_WRITE,
                                "Identity User AccessRights SharingPermissionFlags SendNotificationToUser",
                                "U6",
                                PermissionCmdlets::addFolder)
                        .ownToo(),
                Cmdlet.of(
                                "Remove-MailboxFolderPermission",
                                Access.RECIPIENT_WRITE,
                                "Identity User SendNotificationToUser",
                                "X11",
                                PermissionCmdlets::removeFolder)
                        .ownToo(),
                Cmdlet.of(
                                "Get-MailboxFolderStatistics",
                                Access.RECIPIENT_READ,
                                "Identity FolderScope IncludeOldestAndNewestItems IncludeSoftDeletedRecipients",
                                "X11",
                                PermissionCmdlets::folders)
                        .ownToo());
    }

    private static CmdletResult get(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var byTrustee = new LinkedHashMap<String, List<MailboxAccess>>();
        for (var access : call.mailboxes().visibleAccess(mailbox.ownerId())) {
            if (isMailboxRight(access.right())) {
                byTrustee
                        .computeIfAbsent(access.trustee(), _ -> new ArrayList<>())
                        .add(access);
            }
        }
        var rows = new ArrayList<JsonObject>();
        rows.add(row(mailbox, "NT AUTHORITY\\SELF", "S-1-5-10", List.of("FullAccess, ReadPermission"), false, "All"));
        byTrustee.forEach((trustee, rights) -> rows.add(row(
                mailbox,
                trustee,
                sid(call, trustee),
                rights.stream().map(MailboxAccess::right).toList(),
                rights.getFirst().deny(),
                rights.getFirst().inheritance())));
        var wanted = call.find("User");
        return CmdletResult.of(rows.stream()
                .filter(row -> wanted.isEmpty() || row.get("User").getAsString().equalsIgnoreCase(wanted.get()))
                .toList());
    }

    private static boolean isMailboxRight(String right) {
        return MailboxAccess.MAILBOX_RIGHTS.stream().anyMatch(right::equalsIgnoreCase);
    }

    private static JsonObject row(
            Mailbox mailbox, String user, String sid, List<String> rights, boolean deny, String inheritance) {
        return Json.object(
                "Identity", mailbox.ownerId(),
                "User", user,
                "UserSid", sid,
                "AccessRights", rights,
                "Deny", deny,
                "IsInherited", false,
                "InheritanceType", inheritance,
                "IsValid", true);
    }

    private static String sid(CmdletCall call, String trustee) {
        var random = call.state().chance().generator("sid", trustee.toLowerCase(Locale.ROOT));
        return "S-1-5-21-" + random.nextInt(1_000_000_000) + "-" + random.nextInt(1_000_000_000) + "-"
                + random.nextInt(1_000_000_000) + "-" + random.nextInt(100_000);
    }

    private static String trustee(CmdletCall call, String parameter) {
        var name = call.text(parameter);
        return call.mailboxes().find(name).map(Mailbox::address).orElseGet(() -> {
            if (!name.contains("@")) {
                throw CmdletRefusal.notFound(name);
            }
            return name;
        });
    }

    private static CmdletResult add(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var trustee = trustee(call, "User");
        call.target(mailbox, trustee);
        var inheritance = call.find("InheritanceType").orElse("All");
        var given = rights(call, "FullAccess").stream()
                .map(right -> new MailboxAccess(mailbox.ownerId(), trustee, right, call.flag("Deny"), inheritance))
                .filter(access -> !call.mailboxes().access(mailbox.ownerId()).contains(access))
                .toList();
        given.forEach(access -> call.mailboxes().grant(call.cause(), access));
        return given.isEmpty()
                ? present(mailbox, trustee)
                : CmdletResult.of(row(
                        mailbox,
                        trustee,
                        sid(call, trustee),
                        rights(call, "FullAccess"),
                        call.flag("Deny"),
                        inheritance));
    }

    private static CmdletResult present(Mailbox mailbox, String trustee) {
        return CmdletResult.warning("The appropriate access control entry is already present on the object '"
                + mailbox.ownerId() + "' for account '" + trustee + "'.");
    }

    /** The rights that were named; a list may be one text with commas. */
    private static List<String> rights(CmdletCall call, String usual) {
        var rights = call.texts("AccessRights").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::trim)
                .filter(right -> !right.isEmpty())
                .toList();
        return rights.isEmpty() ? List.of(usual) : rights;
    }

    private static CmdletResult remove(CmdletCall call) {
        return remove(call, "User", "FullAccess", "the ACE doesn't exist on the object.");
    }

    private static CmdletResult remove(CmdletCall call, String parameter, String usual, String why) {
        var mailbox = call.mailbox("Identity");
        var trustee = trustee(call, parameter);
        var rights = rights(call, usual);
        var removed = call.mailboxes().access(mailbox.ownerId()).stream()
                .filter(access -> access.trustee().equalsIgnoreCase(trustee)
                        && rights.stream().anyMatch(access.right()::equalsIgnoreCase))
                .toList();
        call.target(mailbox, trustee);
        removed.forEach(access -> call.mailboxes().revoke(call.cause(), access));
        return removed.isEmpty()
                ? CmdletResult.warning("Can't remove the access control entry on the object '" + mailbox.ownerId()
                        + "' for account '" + trustee + "' because " + why)
                : CmdletResult.nothing();
    }

    private static CmdletResult getSendAs(CmdletCall call) {
        var trustee = call.find("Trustee").orElse("");
        if (call.find("Identity").isPresent()) {
            return CmdletResult.of(sendAs(call, call.mailbox("Identity"), trustee));
        }
        if (!call.cmdlet().access().suits(call.token().roles())) {
            throw CmdletRefusal.outOfScope();
        }
        return CmdletResult.of(call.state().table(Mailbox.TABLE).all().stream()
                .flatMap(mailbox -> sendAs(call, mailbox, trustee).stream())
                .toList());
    }

    private static List<JsonObject> sendAs(CmdletCall call, Mailbox mailbox, String wanted) {
        var trustees = new ArrayList<>(List.of("NT AUTHORITY\\SELF"));
        call.mailboxes().visibleAccess(mailbox.ownerId()).stream()
                .filter(access -> access.right().equalsIgnoreCase("SendAs"))
                .forEach(access -> trustees.add(access.trustee()));
        return trustees.stream()
                .filter(trustee -> wanted.isEmpty() || trustee.equalsIgnoreCase(wanted))
                .map(trustee -> sendAs(mailbox, trustee, trustee.startsWith("NT ") ? "S-1-5-10" : sid(call, trustee)))
                .toList();
    }

    private static JsonObject sendAs(Mailbox mailbox, String trustee, String sid) {
        return Json.object(
                "Identity",
                mailbox.ownerId(),
                "Trustee",
                trustee,
                "TrusteeSidString",
                sid,
                "AccessControlType",
                "Allow",
                "AccessRights",
                List.of("SendAs"),
                "IsInherited",
                false,
                "InheritanceType",
                "None");
    }

    private static CmdletResult addSendAs(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var trustee = trustee(call, "Trustee");
        call.target(mailbox, trustee);
        var access = new MailboxAccess(mailbox.ownerId(), trustee, "SendAs", false, "None");
        if (call.state().table(MailboxAccess.TABLE).find(access.key()).isPresent()) {
            return present(mailbox, trustee);
        }
        call.mailboxes().grant(call.cause(), access);
        return CmdletResult.of(sendAs(mailbox, trustee, sid(call, trustee)));
    }

    private static CmdletResult removeSendAs(CmdletCall call) {
        return remove(call, "Trustee", "SendAs", "the ACE isn't present.");
    }

    private static MailFolder folder(CmdletCall call, Mailbox mailbox) {
        return FolderIdentity.find(call, mailbox, "Inbox");
    }

    private static CmdletResult getFolder(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var folder = folder(call, mailbox);
        var wanted = call.find("User");
        return CmdletResult.of(permissions(call, folder).stream()
                .filter(permission -> wanted.isEmpty() || permission.user().equalsIgnoreCase(wanted.get()))
                .map(permission -> row(mailbox, folder, permission))
                .toList());
    }

    /** What is set for a folder; the two that always stand there say None where nobody set them. */
    private static List<FolderPermission> permissions(CmdletCall call, MailFolder folder) {
        var permissions = new ArrayList<FolderPermission>();
        for (var special : FolderPermission.SPECIAL) {
            var key = FolderPermission.key(folder.id(), special);
            if (call.state().table(FolderPermission.TABLE).find(key).isEmpty()) {
                permissions.add(FolderPermission.in(folder, special, List.of("None"), List.of()));
            }
        }
        call.state().table(FolderPermission.TABLE).all().stream()
                .filter(permission -> permission.folderId().equals(folder.id()))
                .forEach(permissions::add);
        return permissions;
    }

    private static JsonObject row(Mailbox mailbox, MailFolder folder, FolderPermission permission) {
        return Json.object(
                "Identity",
                folder.identity(mailbox.ownerId()) + "\\" + permission.user(),
                "FolderName",
                folder.name(),
                "User",
                permission.user(),
                "AccessRights",
                permission.accessRights(),
                "SharingPermissionFlags",
                permission.sharingFlags().isEmpty() ? null : String.join(", ", permission.sharingFlags()),
                "IsValid",
                true);
    }

    private static CmdletResult addFolder(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var folder = folder(call, mailbox);
        var user = folderUser(call);
        var permission =
                FolderPermission.in(folder, user, call.texts("AccessRights"), call.texts("SharingPermissionFlags"));
        var exists = permissions(call, folder).stream()
                .anyMatch(known -> known.user().equalsIgnoreCase(user));
        if (exists && call.cmdlet().name().startsWith("Add-")) {
            throw CmdletRefusal.permissionExists(user);
        }
        if (!exists && call.cmdlet().name().startsWith("Set-")) {
            throw CmdletRefusal.noPermission(user);
        }
        call.target(mailbox, permission.wireId());
        call.mailboxes().grant(call.cause(), permission);
        return CmdletResult.of(row(mailbox, folder, permission));
    }

    private static String folderUser(CmdletCall call) {
        var user = call.text("User");
        return FolderPermission.isSpecial(user) ? user : trustee(call, "User");
    }

    private static CmdletResult removeFolder(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var folder = folder(call, mailbox);
        var user = folderUser(call);
        if (FolderPermission.isSpecial(user)) {
            throw CmdletRefusal.specialUser(user);
        }
        var permission = call.state()
                .table(FolderPermission.TABLE)
                .find(FolderPermission.key(folder.id(), user))
                .orElseThrow(() -> CmdletRefusal.noPermission(user));
        call.target(mailbox, permission.wireId());
        call.mailboxes().revoke(call.cause(), permission);
        return CmdletResult.nothing();
    }

    private static CmdletResult folders(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var scope = call.find("FolderScope").orElse("All");
        return CmdletResult.of(call.mailboxes().folders(mailbox.ownerId()).stream()
                .filter(folder -> scope.equalsIgnoreCase("All")
                        || folder.type().equalsIgnoreCase(scope)
                        || folder.parent().equalsIgnoreCase(scope))
                .map(folder -> Json.object(
                        "Identity", mailbox.ownerId() + folder.path().replace('/', '\\'),
                        "Name", folder.name(),
                        "FolderPath", folder.path(),
                        "FolderId", folder.id(),
                        "FolderType", folder.type(),
                        "ContainerClass", folder.containerClass(),
                        "ItemsInFolder", 0))
                .toList());
    }
}
