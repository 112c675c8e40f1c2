package dev.cordon.simulator.mailbox;

import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a mailbox keeps of what was purged: no list of folders or messages shows it, the well-known names do (C5). It has
 * another id there than it had before.
 */
public final class RecoverableItems {

    /** What its owner can still recover. */
    static final String DELETIONS = "Deletions";

    /** The same as the log names it. */
    static final String DELETIONS_PATH = "Recoverable Items\\Deletions";

    private static final String PURGES = "Purges";

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

    /** What was deleted or purged and is still kept, newest first. */
    public List<Message> messages(Mailbox mailbox) {
        var now = state.now();
        var kept = state.table(Moved.TABLE).all().stream()
                .filter(moved -> moved.isOutOfSight()
                        && moved.at().plus(kept(mailbox, moved.folder())).isAfter(now))
                .collect(Collectors.toMap(Moved::id, moved -> moved.folder().isEmpty() ? PURGES : DELETIONS));
        return new Correspondence(state)
                .unmoved(mailbox)
                .filter(message -> kept.containsKey(message.id()))
                .map(message -> message.kept(kept.getOrDefault(message.id(), PURGES)))
                .sorted(Comparator.comparing(Message::at).reversed())
                .toList();
    }

    /** How long; what was purged not at all without single item recovery. */
    static Duration kept(Mailbox mailbox, String folder) {
        var recovers =
                mailbox.setting("SingleItemRecoveryEnabled") instanceof JsonPrimitive flag && flag.getAsBoolean();
        var days = mailbox.setting("RetainDeletedItemsFor").getAsString().replaceFirst("[.:].*", "");
        return recovers || folder.equals(DELETIONS)
                ? Duration.ofDays(days.matches("\\d{1,3}") ? Integer.parseInt(days) : 14)
                : Duration.ZERO;
    }
}
