package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.exchange.Folders.Folder;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads who has rights in the folders of a mailbox: the folders, then every folder's permissions at once. */
record FolderPermissionReading(ExchangeClient exchange, String mailbox) {
    private static final Set<String> HARMLESS_IN_CALENDARS = Set.of("None", "AvailabilityOnly");

    Reading<List<MailboxDelegate>> read() {
        Reading<List<Folder>> folders = Folders.fetch(exchange, mailbox);
        List<Supplier<Permissions>> reads = folders.value().stream()
                .<Supplier<Permissions>>map(folder -> () -> permissions(folder))
                .toList();
        Reading<List<MailboxDelegate>> all = folders.map(none -> List.of());
        for (Permissions each : Beside.all(exchange.wire().transport().threads(), reads)) {
            all = each.addedTo(all);
        }
        return all;
    }

    private record Permissions(Optional<Reading<List<MailboxDelegate>>> rows, Optional<String> notRead) {
        Reading<List<MailboxDelegate>> addedTo(Reading<List<MailboxDelegate>> others) {
            Reading<List<MailboxDelegate>> joined = rows.map(more -> others.with(more, FolderPermissionReading::joined))
                    .orElse(others);
            return notRead.map(reason -> new Reading<>(
                            joined.value(),
                            joined.completeness().and(new Completeness.Incomplete(reason)),
                            joined.readAt(),
                            joined.answers()))
                    .orElse(joined);
        }
    }

    /** A folder that is gone by now has no permissions; one that cannot be read leaves the reading incomplete. */
    private Permissions permissions(Folder folder) {
        try {
            return new Permissions(
                    Optional.of(exchange.read(
                                    "Read who has rights in the folder " + folder.path() + " of " + mailbox,
                                    mailbox,
                                    Cmdlet.named("Get-MailboxFolderPermission")
                                            .with("Identity", folder.identity(mailbox)),
                                    row -> delegate(folder, row))
                            .map(rows -> rows.stream()
                                    .filter(delegate -> isWorthNaming(folder, delegate))
                                    .toList())),
                    Optional.empty());
        } catch (TenantException e) {
            return e.failure().reason() == Failure.Reason.NOT_FOUND
                    ? new Permissions(Optional.empty(), Optional.empty())
                    : new Permissions(
                            Optional.empty(),
                            Optional.of("The permissions of the folder " + folder.path() + " could not be read ("
                                    + e.failure().reason().inWords() + ")."));
        }
    }

    static MailboxDelegate delegate(Folder folder, JsonItem row) {
        String trustee = Rows.textOrEmpty(row, "User");
        return new MailboxDelegate(
                "folder|" + folder.id() + "|" + trustee.toLowerCase(Locale.ROOT),
                Scope.FOLDER,
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

    private static List<MailboxDelegate> joined(List<MailboxDelegate> some, List<MailboxDelegate> more) {
        List<MailboxDelegate> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
