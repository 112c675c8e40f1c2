package dev.cordon.simulator.mailbox;

import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a mailbox keeps of what was taken out of it: no list of folders or messages shows it, the well-known names do (C5). It has
 * another id there than it had before.
 */
public final class RecoverableItems {

    private static final String PURGES = "Purges";
    private static final String DELETIONS = "Deletions";

    private final TenantState state;

    /** Those of that tenant. */
    public RecoverableItems(TenantState state) {
        this.state = state;
    }

    /** The folder of that id or well-known name, if it is one of these. */
    public Optional<MailFolder> findFolder(String ownerId, String name) {
        return folders(ownerId).stream()
                .filter(folder -> folder.id().equals(name) || folder.wellKnown().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The folders every mailbox has for it. */
    public List<MailFolder> folders(String ownerId) {
        return List.of(folder(ownerId, DELETIONS), folder(ownerId, PURGES), folder(ownerId, "Versions"));
    }

    private MailFolder folder(String ownerId, String name) {
        var wellKnown = switch (name) {
            case DELETIONS -> "recoverableitemsdeletions";
            case PURGES -> "recoverableitemspurges";
            default -> "recoverableitemsversions";
        };
        return new MailFolder(
                "AAMk" + state.chance().letters(40, "recoverable", ownerId, name) + "=",
                ownerId,
                name,
                "RecoverableItems" + name,
                wellKnown,
                "Recoverable Items");
    }

    /** What was taken out of the mailbox and is still kept, newest first. */
    public List<Message> messages(Mailbox mailbox) {
        var now = state.now();
        var taken = new HashMap<String, Moved>();
        state.table(Moved.TABLE).all().stream()
                .filter(moved -> isKept(mailbox, moved, now))
                .forEach(moved -> taken.put(moved.id(), moved));
        return new Correspondence(state)
                .unmoved(mailbox)
                .flatMap(message ->
                        Optional.ofNullable(taken.get(message.id())).map(moved -> lying(message, moved)).stream())
                .sorted(Comparator.comparing(Message::at).reversed())
                .toList();
    }

    private static Message lying(Message message, Moved moved) {
        var folder = moved.folder().equals(Moved.DELETIONS) ? DELETIONS : PURGES;
        return moved.moves() == 0
                ? message.kept(folder)
                : message.in(folder).called(MailMoves.id(message.id(), moved.moves()));
    }

    /** Whether what was taken out lies among the recoverable items at that time. */
    static boolean isKept(Mailbox mailbox, Moved moved, Instant now) {
        var place = moved.folder();
        if (!place.equals(Moved.PURGES) && !place.equals(Moved.DELETIONS)) {
            return false;
        }
        return isHeld(mailbox) || moved.at().isAfter(now.minus(kept(mailbox, place)));
    }

    /** Whether nothing may leave the mailbox for good (X4). */
    public static boolean isHeld(Mailbox mailbox) {
        return mailbox.setting("LitigationHoldEnabled") instanceof JsonPrimitive flag && flag.getAsBoolean();
    }

    /** How long; of what was purged not at all without single item recovery. */
    private static Duration kept(Mailbox mailbox, String place) {
        var recovers =
                mailbox.setting("SingleItemRecoveryEnabled") instanceof JsonPrimitive flag && flag.getAsBoolean();
        var days = mailbox.setting("RetainDeletedItemsFor").getAsString().replaceFirst("[.:].*", "");
        return recovers || place.equals(Moved.DELETIONS)
                ? Duration.ofDays(days.matches("\\d{1,3}") ? Integer.parseInt(days) : 14)
                : Duration.ZERO;
    }
}
