package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A mail as it lies in a mailbox. Texts are untrusted, empty where it has none.
 *
 * @param internetMessageId the id in its header
 * @param place where it lies
 * @param at when it was sent or received
 * @param from its sender, as the header has it, name and all
 * @param replyTo to whom an answer goes; empty text where to the sender
 * @param recipients to whom, as the header has them
 * @param subject its subject
 * @param answersTo the ids of the mails that it answers or passes on
 * @param shownBy what shows it
 */
public record MailSeen(
        String internetMessageId,
        Place place,
        Instant at,
        String from,
        String replyTo,
        List<String> recipients,
        String subject,
        List<String> answersTo,
        EvidenceRef shownBy) {
    /** The earliest first; of one moment always in the same order. */
    static final Comparator<MailSeen> IN_TIME = Comparator.comparing(MailSeen::at)
            .thenComparing(MailSeen::internetMessageId)
            .thenComparing(MailSeen::place)
            .thenComparing(mail -> mail.shownBy().record());

    /** Where a mail lies. */
    public enum Place {
        SENT_ITEMS,
        DRAFTS,
        /** Deleted items, where its owner still finds it. */
        DELETED_ITEMS,
        /** Behind the deleted items, where only an administrator finds it. */
        RECOVERABLE_ITEMS,
        /** The inbox, and every folder that mail lies in. */
        ELSEWHERE
    }

    public MailSeen {
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(place, "place is null");
        requireNonNull(at, "at is null");
        requireNonNull(from, "from is null");
        requireNonNull(replyTo, "replyTo is null");
        recipients = List.copyOf(recipients);
        requireNonNull(subject, "subject is null");
        answersTo = List.copyOf(answersTo);
        requireNonNull(shownBy, "shownBy is null");
    }
}
