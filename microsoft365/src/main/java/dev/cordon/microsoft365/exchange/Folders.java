package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Reading;
import java.util.List;
import java.util.Set;

/**
 * Folders of a mailbox. Names are in the owner's language, may hold what separates paths, and change; a folder is meant by its id.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-mailboxfolderstatistics">Get-MailboxFolderStatistics</a>
 */
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
     * @param content the class of what lies in it; empty text where Exchange does not say
     * @param path its path with slashes, as stored: for people
     */
    record Folder(String id, String type, String content, String path) {
        /** How cmdlets name it. */
        String identity(String mailbox) {
            return Folders.identity(mailbox, id);
        }

        /** Whether it is the calendar that every mailbox has or one that somebody made. */
        boolean isCalendar() {
            return type.equals("Calendar") || content.equalsIgnoreCase("IPF.Appointment");
        }
    }

    /** How cmdlets name the folder of that id. */
    static String identity(String mailbox, String folderId) {
        if (folderId.isBlank()) {
            throw new IllegalArgumentException("A folder without an id would be another one");
        }
        return mailbox + ":" + folderId;
    }

    /** The id of the folder that a cmdlet named so. */
    static String idIn(String identity) {
        return identity.substring(identity.lastIndexOf(':') + 1);
    }

    /** Every folder that a person may open. */
    static Reading<List<Folder>> fetch(ExchangeClient exchange, String mailbox) {
        return exchange.read(
                        "Read the folders of " + mailbox,
                        mailbox,
                        Cmdlet.named("Get-MailboxFolderStatistics").with("Identity", mailbox),
                        Folders::folder)
                .map(rows -> rows.stream()
                        .filter(folder -> !NOBODY_OPENS.contains(folder.type())
                                && !folder.type().startsWith("RecoverableItems"))
                        .toList());
    }

    static Folder folder(JsonItem row) {
        String path = Rows.find(row, "FolderPath").orElseGet(() -> "/" + row.text("Name"));
        return new Folder(
                row.text("FolderId"),
                Rows.textOrEmpty(row, "FolderType"),
                Rows.textOrEmpty(row, "ContainerClass"),
                path.startsWith("/") ? path : "/" + path);
    }
}
