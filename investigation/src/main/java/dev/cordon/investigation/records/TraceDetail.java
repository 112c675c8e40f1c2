package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a row of the message trace says of a mail. Texts are untrusted, empty where the row has none.
 *
 * @param internetMessageId the mail's id
 * @param subject its subject
 * @param recipients to whom this row says it went; several only in a file of the Exchange admin center
 */
public record TraceDetail(String internetMessageId, String subject, List<String> recipients) {
    /** Of a row of another log. */
    public static final TraceDetail NONE = new TraceDetail("", "", List.of());

    public TraceDetail {
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(subject, "subject is null");
        recipients = List.copyOf(recipients);
    }
}
