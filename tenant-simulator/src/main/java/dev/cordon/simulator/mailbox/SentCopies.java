package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Conversation.SentCopy;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of the copies that a mailbox keeps of what was sent from it. */
public final class SentCopies {

    /** How long he takes to tidy up, and then to tidy up behind that. */
    private static final Duration LATER = Duration.ofSeconds(40);

    private final TenantState state;

    /** Those of that tenant. */
    public SentCopies(TenantState state) {
        this.state = state;
    }

    /**
     * The facts of a message that was sent from one mailbox in the name of itself or of another.
     *
     * @param saved whether a copy was kept
     * @param operation what the log calls it: {@code Send}, {@code SendAs} or {@code SendOnBehalf}
     */
    public static JsonObject facts(Message sent, boolean saved, Mailbox mailbox, String operation, Mailbox from) {
        var facts = PastMail.sent(sent);
        facts.addProperty("saved", saved);
        facts.addProperty("mailbox", mailbox.ownerId());
        facts.add("attachments", Json.array(sent.attachments()));
        facts.addProperty("operation", operation);
        if (!operation.equals("Send")) {
            facts.addProperty("as", from.address());
        }
        return facts;
    }

    /** Keeps no copy of what has just been sent. */
    public void neverSave(Message sent) {
        move(sent, Moved.NEVER_SAVED, sent.at());
    }

    /** Takes a copy away, some seconds after it was sent, as its sender does; the mailbox writes down each step. */
    void lose(Message sent, SentCopy fate, Mailbox mailbox, Cause cause, String client) {
        var at = sent.at().plus(LATER);
        switch (fate) {
            case KEPT -> {}
            case NEVER_SAVED -> neverSave(sent);
            case DELETED -> {
                move(sent, "Deleted Items", at);
                record(at, sent, mailbox, cause, client, "Sent Items", "Deleted Items");
            }
            case RECOVERABLE -> softDelete(at, sent, mailbox, cause, client);
            case PURGED -> {
                softDelete(at, sent, mailbox, cause, client);
                move(sent, Moved.PURGES, at.plus(LATER));
                record(at.plus(LATER), sent, mailbox, cause, client, MailMoves.RECOVERABLE, "");
            }
        }
    }

    private void softDelete(Instant at, Message sent, Mailbox mailbox, Cause cause, String client) {
        move(sent, Moved.DELETIONS, at);
        record(at, sent, mailbox, cause, client, "Sent Items", MailMoves.RECOVERABLE);
    }

    private void move(Message sent, String folder, Instant at) {
        state.table(Moved.TABLE).put(sent.id(), new Moved(sent.id(), folder, at, 0));
    }

    /** MoveToDeletedItems, SoftDelete or HardDelete, by where it went (domain reference 13.2; wire reference D.1). */
    private void record(
            Instant at, Message sent, Mailbox mailbox, Cause cause, String client, String folder, String to) {
        var facts = PastMail.read(List.of(sent.in(folder)));
        facts.addProperty("folder", folder);
        facts.addProperty("client", client);
        if (!to.isEmpty()) {
            facts.addProperty("to", to);
        }
        state.record(
                at, cause, Activity.DELETE_MAIL, "Mailbox", mailbox.guid(), mailbox.ownerId(), new JsonObject(), facts);
    }

    /** A word for where the copy is now; {@code gone} where nobody can have it any more. */
    public String fate(Message sent, Mailbox mailbox) {
        var moved = state.table(Moved.TABLE).find(sent.id());
        if (moved.isEmpty()) {
            return sent.folder().equals("Sent Items") ? "kept" : "elsewhere";
        }
        var kept = RecoverableItems.isKept(mailbox, moved.get(), state.now());
        return switch (moved.get().folder()) {
            case "Deleted Items" -> "deleted";
            case "Sent Items" -> "kept";
            case Moved.NEVER_SAVED -> "never-saved";
            case Moved.DELETIONS -> kept ? "recoverable" : "gone";
            case Moved.PURGES -> kept ? "purged" : "gone";
            default -> "elsewhere";
        };
    }
}
