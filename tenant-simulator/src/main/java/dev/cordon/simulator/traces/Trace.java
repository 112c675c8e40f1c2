package dev.cordon.simulator.traces;

import java.time.Instant;

/**
 * One mail on its way to one recipient.
 *
 * @param messageId in angle brackets; what is forwarded as it is keeps it
 * @param received to the second
 * @param status Exchange's word, such as {@code Delivered}
 */
public record Trace(
        String messageId,
        Instant received,
        Instant visibleAt,
        String sender,
        String recipient,
        String subject,
        String status,
        String fromIp,
        int size) {

    /** The same row, to be read at once. */
    Trace longReadable() {
        return new Trace(messageId, received, received, sender, recipient, subject, status, fromIp, size);
    }

    /** What makes it one row and no other. */
    String key() {
        return messageId + " " + recipient;
    }
}
