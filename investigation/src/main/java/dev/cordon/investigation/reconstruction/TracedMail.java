package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A mail that the message trace shows on its way out. The trace knows no session and no hand. Texts are untrusted, empty where no row has them.
 *
 * @param kind how it left
 * @param hand whose hand sent it, as far as another row shows
 * @param internetMessageId which mail
 * @param subject its subject
 * @param recipients to whom, sorted
 * @param statuses what became of it, as the trace spells it, sorted
 * @param shownBy the first row that shows it
 */
public record TracedMail(
        Kind kind,
        Hand hand,
        String internetMessageId,
        String subject,
        List<String> recipients,
        List<String> statuses,
        RowRef shownBy) {
    public TracedMail {
        requireNonNull(kind, "kind is null");
        requireNonNull(hand, "hand is null");
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(subject, "subject is null");
        recipients = List.copyOf(recipients);
        statuses = List.copyOf(statuses);
        requireNonNull(shownBy, "shownBy is null");
    }

    /** How a mail left. */
    public enum Kind {
        /** From the mailbox, by whoever was in it. */
        SENT,
        /** To where the attacker had mail forwarded. */
        FORWARDED
    }

    /** Whose hand it was. */
    public enum Hand {
        /** A row of the audit log shows his session or address sending it, or his forwarding took it there. */
        ATTACKER,
        /** No row shows whose; it was sent while he was in the mailbox. */
        NOT_SHOWN
    }
}
