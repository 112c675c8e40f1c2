package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Reading;
import java.util.List;
import java.util.Set;

/** Folders of a mailbox by their stored names, which are in the owner's language. */
final class Folders {
    private static final Set<String> NOBODY_OPENS = Set.of(
            "Audits",
            "CalendarLogging",
            "Conflicts",
            "DiscoveryHolds",
            "LocalFailures",
            "ServerFailures",
            "SyncIssues",
            "SubstrateHolds",
            "WorkingSet",
            "YammerFeeds",
            "YammerInbound",
            "YammerOutbound",
            "YammerRoot");

    private Folders() {}

    /**
     * A folder.
     *
     * @param id its id
     * @param type its type, the same in every language
     * @param path its path with slashes, as stored
     */
    record Folder(String id, String type, String path) {
        /** How cmdlets name it. */
        String identity(String mailbox) {
            return mailbox + ":" + path.replace('/', '\\');
        }

        boolean isCalendar() {
            return type.equals("Calendar");
        }
    }

    /** Every folder that a person may open. */
    static Reading<List<Folder>> fetch(ExchangeClient exchange, String mailbox) {
        return fetch(
                exchange, mailbox, Cmdlet.named("Get-MailboxFolderStatistics").with("Identity", mailbox));
    }

    /** The calendar, whatever its name. */
    static Reading<List<Folder>> fetchCalendars(ExchangeClient exchange, String mailbox) {
        return fetch(
                exchange,
                mailbox,
                Cmdlet.named("Get-MailboxFolderStatistics")
                        .with("Identity", mailbox)
                        .with("FolderScope", "Calendar"));
    }

    private static Reading<List<Folder>> fetch(ExchangeClient exchange, String mailbox, Cmdlet cmdlet) {
        return exchange.read("Read the folders of " + mailbox, mailbox, cmdlet, Folders::folder)
                .map(rows -> rows.stream()
                        .filter(folder -> !NOBODY_OPENS.contains(folder.type())
                                && !folder.type().startsWith("RecoverableItems"))
                        .toList());
    }

    static Folder folder(JsonItem row) {
        String path = Rows.find(row, "FolderPath").orElseGet(() -> "/" + row.text("Name"));
        return new Folder(
                Rows.find(row, "FolderId").orElse(path),
                Rows.textOrEmpty(row, "FolderType"),
                path.startsWith("/") ? path : "/" + path);
    }
}
