package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TableKey;
import java.util.List;

/**
 * A folder.
 *
 * @param type Exchange's FolderType, such as {@code Inbox} or {@code User Created}
 * @param wellKnown Graph's well-known name, or empty
 */
public record MailFolder(String id, String ownerId, String name, String type, String wellKnown) {

    /** All folders, by id. */
    public static final TableKey<MailFolder> TABLE = new TableKey<>("mail-folders", MailFolder.class);

    /** The folders every mailbox has: name, type, well-known name. */
    static final List<List<String>> USUAL = List.of(
            List.of("Inbox", "Inbox", "inbox"),
            List.of("Sent Items", "SentItems", "sentitems"),
            List.of("Deleted Items", "DeletedItems", "deleteditems"),
            List.of("Drafts", "Drafts", "drafts"),
            List.of("Junk Email", "JunkEmail", "junkemail"),
            List.of("Archive", "Archive", "archive"),
            List.of("Conversation History", "ConversationHistory", "conversationhistory"),
            List.of("RSS Feeds", "RssSubscription", ""),
            List.of("Calendar", "Calendar", ""),
            List.of("Contacts", "Contacts", ""),
            List.of("Recoverable Items", "RecoverableItemsRoot", ""));

    /** The path Get-MailboxFolderStatistics shows. */
    public String path() {
        return "/" + name;
    }
}
