package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mails that were held back. They lie in no mailbox and are gone by themselves after some weeks. Safe for many threads. Permission: a role in
 * Exchange Online that allows the cmdlet (Security Reader to read, Security Administrator or Quarantine Administrator to delete).
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-quarantinemessage">Get-QuarantineMessage</a>
 */
public interface Quarantine {
    /**
     * The messages that meet the question, newest first, each once. Read page by page by number: only a short page is the end. Incomplete where
     * a later page could not be read or a row could not be understood.
     *
     * @throws TenantException when the first page cannot be read: {@link Failure.Reason#MISSING_ROLE} where no role allows the cmdlet
     */
    Reading<List<QuarantinedMessage>> fetchMessages(QuarantineQuestion question);

    /**
     * Deletes one message for good; nobody can release it any more. Idempotent; repeated by itself; already gone is a receipt that says so.
     */
    Receipt delete(QuarantinedMessage message);

    /**
     * Which messages; an empty restriction is left out, and all that are there must be met.
     *
     * @param sender the sender's address
     * @param recipient a recipient's address
     * @param subject the whole subject
     * @param internetMessageId as the header has it, in its angle brackets
     * @param from the first moment of receipt
     * @param until the last moment, after {@code from}
     */
    record QuarantineQuestion(
            Optional<String> sender,
            Optional<String> recipient,
            Optional<String> subject,
            Optional<String> internetMessageId,
            Instant from,
            Instant until) {
        public QuarantineQuestion {
            Searched.requireTexts(sender, recipient, subject, internetMessageId);
            Searched.requireTime(from, until);
        }
    }

    /**
     * A message that is held back. Texts are untrusted.
     *
     * @param id by which the service knows it
     * @param receivedAt when it came; empty where the row does not say
     * @param sender the sender's address
     * @param recipients whose copy it is
     * @param subject its subject
     * @param internetMessageId as its header has it
     * @param type why it is held back, in Microsoft's word: Phish, HighConfPhish, Malware, Spam …
     * @param release how far it is from a mailbox
     * @param releaseText the same in Microsoft's word
     * @param expiresAt when it is gone by itself; empty where the row does not say
     */
    record QuarantinedMessage(
            String id,
            Optional<Instant> receivedAt,
            String sender,
            List<String> recipients,
            String subject,
            String internetMessageId,
            String type,
            Release release,
            String releaseText,
            Optional<Instant> expiresAt) {
        public QuarantinedMessage {
            requireNonNull(receivedAt, "receivedAt is null");
            requireNonNull(sender, "sender is null");
            recipients = List.copyOf(recipients);
            requireNonNull(subject, "subject is null");
            requireNonNull(internetMessageId, "internetMessageId is null");
            requireNonNull(type, "type is null");
            requireNonNull(release, "release is null");
            requireNonNull(releaseText, "releaseText is null");
            requireNonNull(expiresAt, "expiresAt is null");
            if (id.isBlank()) {
                throw new IllegalArgumentException("A message without an id cannot be deleted");
            }
        }

        /** Microsoft's id of the mail, the same for every recipient: what stands before the bar in {@link #id}. */
        public String networkMessageId() {
            int bar = id.indexOf('\\');
            return bar < 0 ? id : id.substring(0, bar);
        }
    }

    /** Whether a message was let through to a mailbox. */
    enum Release {
        NOT_RELEASED,
        /** Its recipient asks for it. */
        REQUESTED,
        /** On its way. */
        APPROVED,
        /** It lies in a mailbox as well. */
        RELEASED,
        DENIED,
        /** A word that we do not know, or none; it stands beside. */
        OTHER
    }
}
