package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Reason;
import java.time.Instant;
import java.util.List;

/**
 * One mail, with why it belongs to a campaign or only looks like it. Texts are untrusted, empty where no source has them.
 *
 * @param internetMessageId the id in its header, in lower case and without brackets
 * @param networkMessageIds Microsoft's own ids of it, in lower case, sorted
 * @param senders from whom, as the sources have it, sorted
 * @param subject its subject
 * @param receivedAt when the first copy was received
 * @param lastReceivedAt when the last one was
 * @param recipients to whom, in lower case, sorted
 * @param reasons why, at least one
 */
public record CampaignMail(
        String internetMessageId,
        List<String> networkMessageIds,
        List<String> senders,
        String subject,
        Instant receivedAt,
        Instant lastReceivedAt,
        List<String> recipients,
        List<Reason> reasons) {
    public CampaignMail {
        requireNonNull(internetMessageId, "internetMessageId is null");
        networkMessageIds = List.copyOf(networkMessageIds);
        senders = List.copyOf(senders);
        requireNonNull(subject, "subject is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(lastReceivedAt, "lastReceivedAt is null");
        recipients = List.copyOf(recipients);
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a mail without a reason");
        }
    }
}
