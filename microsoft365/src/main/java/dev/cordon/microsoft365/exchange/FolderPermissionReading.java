package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.exchange.Folders.Folder;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import dev.cordon.tenant.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads who has rights in the folders of a mailbox: the folders, then every folder's permissions at once. */
record FolderPermissionReading(ExchangeClient exchange, String mailbox) {
    private static final Set<String> HARMLESS_IN_CALENDARS = Set.of("None", "AvailabilityOnly");

    Reading<List<MailboxDelegate>> read() {
        return new FolderByFolder(exchange, mailbox, "The permissions of the folder")
                .read(folder -> true, this::permissions);
    }

    private Reading<List<MailboxDelegate>> permissions(Folder folder) {
        return exchange.read(
                        "Read who has rights in the folder " + folder.path() + " of " + mailbox,
                        mailbox,
                        Cmdlet.named("Get-MailboxFolderPermission").with("Identity", folder.identity(mailbox)),
                        row -> delegate(folder, row))
                .map(rows -> rows.stream()
                        .filter(delegate -> isWorthNaming(folder, delegate))
                        .toList());
    }

    static MailboxDelegate delegate(Folder folder, JsonItem row) {
        String trustee = Rows.textOrEmpty(row, "User");
        return new MailboxDelegate(
                "folder|" + folder.id() + "|" + trustee.toLowerCase(Locale.ROOT),
                Scope.FOLDER,
                folder.id(),
                folder.path(),
                trustee,
                Rows.rights(row, "AccessRights"));
    }

    private static boolean isWorthNaming(Folder folder, MailboxDelegate delegate) {
        Set<String> harmless =
                folder.isCalendar() && isEverybody(delegate.trustee()) ? HARMLESS_IN_CALENDARS : Set.of("None");
        return !harmless.containsAll(delegate.rights());
    }

    private static boolean isEverybody(String trustee) {
        return trustee.equalsIgnoreCase("Default") || trustee.equalsIgnoreCase("Anonymous");
    }
}
