package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages and takes them out of mailboxes (C7, C8); every change leaves one event. A message keeps one id through
 * all moves, its immutable one, and gets another ordinary id each time. Safe for many threads.
 */
public final class MailMoves {

    /** Where among the recoverable items something goes. */
    public enum Depth {
        /** The owner can get it back. */
        SOFT,
        /** Nobody but a search finds it, and without a hold it is gone when its time is over. */
        HARD
    }

    private static final String MOVED = "AAB";

    /** Where the log says that something went which its owner can get back. */
    static final String RECOVERABLE = "Recoverable Items\\Deletions";

    private final TenantState state;

    /** The moves of that tenant. */
    public MailMoves(TenantState state) {
        this.state = state;
    }

    /** The ordinary id of a message that was moved so often. */
    static String id(String id, int moves) {
        return id + MOVED + moves;
    }

    /** The id that stays with a message wherever it is moved; its first. */
    public static String immutableId(String id) {
        var at = id.lastIndexOf(MOVED);
        if (at > 0 && id.substring(at + MOVED.length()).matches("[0-9]{1,6}")) {
            return id.substring(0, at);
        }
        var kept = id.endsWith("==") || (id.contains("=-") && id.endsWith("="));
        return kept ? id.substring(0, id.length() - 1) : id;
    }

    /** Moves a message into a folder of its mailbox, or deeper. */
    public Message move(Cause cause, Mailbox mailbox, Message message, MailFolder to) {
        var place = switch (to.wellKnown()) {
            case "recoverableitemsdeletions" -> Moved.DELETIONS;
            case "recoverableitemspurges", "recoverableitemsversions" -> Moved.PURGES;
            default -> to.name();
        };
        var moves = place(cause, Activity.DELETE_MAIL, mailbox, message, place, named(to, place));
        return message.in(to.name()).called(id(immutableId(message.id()), moves));
    }

    private static @Nullable String named(MailFolder to, String place) {
        if (place.equals(Moved.PURGES)) {
            return null;
        }
        return place.equals(Moved.DELETIONS) ? RECOVERABLE : to.name();
    }

    /** Takes a message out of the mailbox for good (C8). */
    public void delete(Cause cause, Mailbox mailbox, Message message) {
        place(cause, Activity.DELETE_MAIL, mailbox, message, Moved.PURGES, null);
    }

    /** Takes a message out of the mailbox because a search had found it (E18); no mailbox logs that. */
    public void purge(Cause cause, Mailbox mailbox, Message message, Depth depth) {
        var soft = depth == Depth.SOFT;
        place(
                cause,
                Activity.PURGE_MAIL,
                mailbox,
                message,
                soft ? Moved.DELETIONS : Moved.PURGES,
                soft ? RECOVERABLE : null);
    }

    private int place(
            Cause cause, Activity activity, Mailbox mailbox, Message message, String place, @Nullable String folder) {
        return state.atomically(() -> {
            var id = immutableId(message.id());
            var moves = state.table(Moved.TABLE).find(id).map(Moved::moves).orElse(0) + 1;
            state.table(Moved.TABLE).put(id, new Moved(id, place, state.now(), moves));
            var facts = PastMail.read(List.of(message));
            facts.addProperty("folder", message.folder());
            if (folder != null) {
                facts.addProperty("to", folder);
            }
            state.record(cause, activity, "Mailbox", mailbox.guid(), mailbox.ownerId(), new JsonObject(), facts);
            return moves;
        });
    }

    /** What the protection of the mail does by itself: takes a message out of the mailbox into the quarantine. */
    public void quarantine(String messageId, Instant at) {
        state.table(Moved.TABLE).put(messageId, new Moved(messageId, Moved.QUARANTINE, at, 0));
    }

    /** Whether the message of that first id lies where its owner sees it. */
    public boolean isVisible(String messageId) {
        return state.table(Moved.TABLE)
                .find(immutableId(messageId))
                .map(Moved::isVisible)
                .orElse(true);
    }

    /** Everything in a mailbox, what its owner sees first, then what is kept of what was taken out. */
    public Stream<Message> everything(Mailbox mailbox) {
        return Stream.concat(
                new Correspondence(state).messages(mailbox).stream(),
                new RecoverableItems(state).messages(mailbox).stream());
    }

    /** The message of that id, ordinary or immutable. */
    public Optional<Message> find(Mailbox mailbox, String id) {
        return everything(mailbox)
                .filter(message ->
                        message.id().equals(id) || immutableId(message.id()).equals(id))
                .findFirst();
    }
}
