package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TableKey;
import java.util.List;

/**
 * A folder.
 *
 * @param name as its owner wrote it; it may hold slashes, backslashes and colons
 * @param type Exchange's FolderType, such as {@code Inbox} or {@code User Created}
 * @param wellKnown Graph's well-known name, or empty
 * @param parent the name of the folder it lies in; empty at the top
 */
public record MailFolder(String id, String ownerId, String name, String type, String wellKnown, String parent) {

    /** All folders, by id. */
    public static final TableKey<MailFolder> TABLE = new TableKey<>("mail-folders", MailFolder.class);

    /** The folder every mailbox has for appointments; whatever calendars its owner makes lie in it. */
    public static final String CALENDAR = "Calendar";

    /** What Get-MailboxFolderStatistics writes for a slash that is part of a name. */
    private static final char SLASH_IN_A_NAME = '\uF8FF';

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

    /** The name in what a scenario says: a name, or {@code upn:\\path}. */
    public static String named(String text) {
        var colon = text.indexOf(":\\");
        return colon < 0 ? text : text.substring(text.lastIndexOf('\\') + 1);
    }

    /** Whether every mailbox has a folder of that name. */
    public static boolean isUsual(String name) {
        return USUAL.stream().anyMatch(folder -> folder.getFirst().equalsIgnoreCase(name));
    }

    /** The path Get-MailboxFolderStatistics shows. */
    public String path() {
        return (parent.isEmpty() ? "" : "/" + shown(parent)) + "/" + shown(name);
    }

    private static String shown(String part) {
        return part.replace('/', SLASH_IN_A_NAME);
    }

    /** The path as cmdlets take it, without the first backslash. */
    public String cmdletPath() {
        return parent.isEmpty() ? name : parent + "\\" + name;
    }

    /** How cmdlets name it: by its path, or by its id where its name holds what separates paths. */
    public String identity(String mailbox) {
        return isNamedByPath() ? mailbox + ":\\" + cmdletPath() : mailbox + ":" + id;
    }

    /** Whether a cmdlet that is given its path finds it. */
    public boolean isNamedByPath() {
        return name.indexOf('\\') < 0;
    }

    /** Whether it holds appointments. */
    public boolean isCalendar() {
        return type.equals(CALENDAR) || parent.equals(CALENDAR);
    }

    /** The class of what it holds. */
    public String containerClass() {
        if (isCalendar()) {
            return "IPF.Appointment";
        }
        return type.equals("Contacts") ? "IPF.Contact" : "IPF.Note";
    }
}
