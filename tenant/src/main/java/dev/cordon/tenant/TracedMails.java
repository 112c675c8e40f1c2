package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The message trace by question, read to its end: over as many windows of ten days as it takes, and over as many pages. For collecting a log
 * as evidence there is {@link MessageTrace}, with the same limits and permission. Safe for many threads.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-messagetracev2">Get-MessageTraceV2</a>
 */
public interface TracedMails {
    /**
     * The mails that meet the question, one row for each recipient, newest first, each once. Rows come minutes late. Incomplete where the
     * question begins before what is kept ({@link MessageTrace#KEPT}), a later page could not be read, or a row could not be understood.
     *
     * @throws TenantException when the first page cannot be read
     */
    Reading<List<TracedMail>> fetchMails(TraceQuestion question);

    /**
     * Which mails; what is empty is left out, and all that is there must be met. One restriction must be there.
     *
     * @param sender the SMTP address that sent it
     * @param recipient the SMTP address that it went to
     * @param subject a text that its subject contains
     * @param internetMessageId as its header has it, in its angle brackets
     * @param from the first moment
     * @param until the last moment, after {@code from}
     */
    record TraceQuestion(
            Optional<String> sender,
            Optional<String> recipient,
            Optional<String> subject,
            Optional<String> internetMessageId,
            Instant from,
            Instant until) {
        public TraceQuestion {
            Searched.requireTexts(sender, recipient, subject, internetMessageId);
            if (sender.isEmpty() && recipient.isEmpty() && subject.isEmpty() && internetMessageId.isEmpty()) {
                throw new IllegalArgumentException("The question has no restriction");
            }
            Searched.requireTime(from, until);
        }

        /** What an address sent. */
        public static TraceQuestion sentBy(String sender, Instant from, Instant until) {
            return new TraceQuestion(
                    Optional.of(sender), Optional.empty(), Optional.empty(), Optional.empty(), from, until);
        }

        /** What went to an address. */
        public static TraceQuestion receivedBy(String recipient, Instant from, Instant until) {
            return new TraceQuestion(
                    Optional.empty(), Optional.of(recipient), Optional.empty(), Optional.empty(), from, until);
        }

        /** Every recipient of a message. */
        public static TraceQuestion ofMessage(String internetMessageId, Instant from, Instant until) {
            return new TraceQuestion(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(internetMessageId), from, until);
        }
    }

    /**
     * A mail on its way to one recipient. Texts are untrusted.
     *
     * @param traceId Microsoft's id of the trace, the mail's network message id
     * @param receivedAt when Microsoft received it
     * @param internetMessageId as its header has it
     * @param sender the envelope's sender
     * @param recipient the envelope's recipient
     * @param subject its subject
     * @param status what became of it
     * @param statusText the same in Microsoft's word
     * @param fromIp the address it came from; empty text where it came from within
     * @param bytes its size; 0 where the row does not say
     */
    record TracedMail(
            String traceId,
            Instant receivedAt,
            String internetMessageId,
            String sender,
            String recipient,
            String subject,
            TraceStatus status,
            String statusText,
            String fromIp,
            long bytes) {
        public TracedMail {
            requireNonNull(traceId, "traceId is null");
            requireNonNull(receivedAt, "receivedAt is null");
            requireNonNull(internetMessageId, "internetMessageId is null");
            requireNonNull(sender, "sender is null");
            requireNonNull(recipient, "recipient is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(status, "status is null");
            requireNonNull(statusText, "statusText is null");
            requireNonNull(fromIp, "fromIp is null");
            if (bytes < 0) {
                throw new IllegalArgumentException("Smaller than nothing: " + bytes);
            }
        }
    }

    /** What became of a mail on its way. */
    enum TraceStatus {
        GETTING_STATUS,
        PENDING,
        FAILED,
        /** To a mailbox or, to somebody outside, to his server. */
        DELIVERED,
        /** Replaced by a row for each member of a group. */
        EXPANDED,
        QUARANTINED,
        /** To the junk folder. */
        FILTERED_AS_SPAM,
        /** A word that we do not know, or none; it stands beside. */
        OTHER
    }
}
