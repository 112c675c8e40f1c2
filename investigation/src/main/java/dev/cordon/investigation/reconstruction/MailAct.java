package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

/**
 * Something else he did with mail. Texts are untrusted, empty where the row does not say.
 *
 * @param kind what
 * @param mailbox in whose mailbox; empty text where it is everybody's mail
 * @param operation as the log spells it
 * @param internetMessageId which message
 * @param subject its subject
 * @param folder where it lay
 * @param text what was searched for, or where to mail is forwarded
 * @param failed whether the row says that it did not work
 * @param address where from
 * @param shownBy the row
 */
public record MailAct(
        Kind kind,
        String mailbox,
        String operation,
        String internetMessageId,
        String subject,
        String folder,
        String text,
        boolean failed,
        String address,
        RowRef shownBy) {
    public MailAct {
        requireNonNull(kind, "kind is null");
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(text, "text is null");
        requireNonNull(address, "address is null");
        requireNonNull(shownBy, "shownBy is null");
    }

    /** What was done. */
    public enum Kind {
        SEARCHED,
        /** Forwarding was set up: what arrived from then on went there too, which the message trace tells and this log does not. */
        FORWARDED,
        SENT,
        DELETED
    }
}
