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
        return List.of(folder(ownerId, "Deletions"), folder(ownerId, PURGES), folder(ownerId, "Versions"));
    }

    private MailFolder folder(String ownerId, String name) {
        var wellKnown = switch (name) {
            case "Deletions" -> "recoverableitemsdeletions";
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

    /** What was purged and is still kept, newest first. */
    public List<Message> messages(Mailbox mailbox) {
        var since = state.now().minus(kept(mailbox));
        var purged = state.table(Moved.TABLE).all().stream()
                .filter(moved -> moved.folder().isEmpty() && moved.at().isAfter(since))
                .map(Moved::id)
                .collect(Collectors.toSet());
        return new Correspondence(state)
                .unmoved(mailbox)
                .filter(message -> purged.contains(message.id()))
                .map(message -> message.kept(PURGES))
                .sorted(Comparator.comparing(Message::at).reversed())
                .toList();
    }

    /** How long; not at all without single item recovery. */
    private static Duration kept(Mailbox mailbox) {
        var recovers =
                mailbox.setting("SingleItemRecoveryEnabled") instanceof JsonPrimitive flag && flag.getAsBoolean();
        var days = mailbox.setting("RetainDeletedItemsFor").getAsString().replaceFirst("[.:].*", "");
        return recovers ? Duration.ofDays(days.matches("\\d{1,3}") ? Integer.parseInt(days) : 14) : Duration.ZERO;
    }
}
