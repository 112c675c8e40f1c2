package dev.cordon.simulator.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mail that belongs together, letter by letter, genuine or not.
 *
 * @param id the scenario's own name for it
 * @param subject of the first letter; the later ones answer it
 */
public record Conversation(String id, String subject, List<Letter> letters) {

    /** Copies the list. */
    public Conversation {
        letters = List.copyOf(letters);
    }

    /**
     * One letter.
     *
     * @param at before the start or, unless the attacker sends it from inside, after it
     * @param from an address; of somebody with a mailbox here, it is sent from there
     * @param fromName the name the sender gives himself, whoever he is
     * @param replyTo where answers go instead; empty for the sender
     * @param sentBy whose mailbox it was sent from, if not the sender's own
     * @param fraud the campaign it belongs to, or null
     */
    public record Letter(
            Instant at,
            String from,
            @Nullable String fromName,
            List<String> to,
            List<String> cc,
            List<String> replyTo,
            String subject,
            String body,
            List<Attachment> attachments,
            boolean read,
            Author by,
            @Nullable String sentBy,
            @Nullable String session,
            @Nullable String ip,
            @Nullable String userAgent,
            SentCopy sentCopy,
            Authentication authentication,
            @Nullable String fraud) {
        /** Copies the lists, and refuses a letter to nobody. */
        public Letter {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
            replyTo = List.copyOf(replyTo);
            attachments = List.copyOf(attachments);
            if (to.isEmpty()) {
                throw new IllegalArgumentException("a letter needs to");
            }
        }
    }

    /** A file with text in it. */
    public record Attachment(String name, String text) {
        /** Refuses a file without a name. */
        public Attachment {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an attachment needs a name");
            }
        }
    }

    /** What became of the copy that the sender's mailbox keeps. */
    public enum SentCopy {
        KEPT,
        /** In the deleted items. */
        DELETED,
        /** Among what its owner can still recover. */
        RECOVERABLE,
        /** Taken from there too; kept out of his sight as long as deleted items are kept. */
        PURGED,
        /** It was sent so that none was kept. */
        NEVER_SAVED
    }

    /** What the receiving servers found of who sent it. */
    public enum Authentication {
        /** From where that domain sends, without a signature. */
        UNSIGNED,
        /** Signed by the very domain it is said to come from. */
        SIGNED,
        /** From somewhere else than that domain. */
        FAILED
    }
}
