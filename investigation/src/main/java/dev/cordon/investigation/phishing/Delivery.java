package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.MessageId;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.TraceDetail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one source says of one copy of a mail. Texts are untrusted, empty where the source has none.
 *
 * @param source which source
 * @param receivedAt when the mail was received
 * @param sender from whom, as the source has it
 * @param recipient to whom, in lower case
 * @param subject its subject
 * @param internetMessageId the id in its header
 * @param networkMessageId Microsoft's own id of it
 * @param fate what became of it
 * @param knownAt when the source knew that: the later one is believed
 * @param urls links that stand in it, where the source names them
 */
public record Delivery(
        Source source,
        Instant receivedAt,
        String sender,
        String recipient,
        String subject,
        String internetMessageId,
        String networkMessageId,
        Fate fate,
        Instant knownAt,
        List<String> urls) {
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The earliest first; of one moment always in the same order. */
    static final Comparator<Delivery> IN_TIME = Comparator.comparing(Delivery::receivedAt)
            .thenComparing(Delivery::recipient)
            .thenComparing(Delivery::source)
            .thenComparing(Delivery::knownAt)
            .thenComparing(Delivery::fate)
            .thenComparing(Delivery::sender)
            .thenComparing(Delivery::subject)
            .thenComparing(Delivery::internetMessageId)
            .thenComparing(Delivery::networkMessageId)
            .thenComparing(delivery -> String.join("\n", delivery.urls()));

    public Delivery {
        requireNonNull(source, "source is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(sender, "sender is null");
        recipient = Addresses.bare(recipient);
        requireNonNull(subject, "subject is null");
        internetMessageId = MessageId.plain(internetMessageId);
        networkMessageId = networkMessageId.strip().toLowerCase(Locale.ROOT);
        requireNonNull(fate, "fate is null");
        requireNonNull(knownAt, "knownAt is null");
        urls = urls.stream().distinct().sorted().toList();
    }

    /**
     * A row of the message trace: one for each recipient it names, none for a row that only tells that a group's mail was divided among its members,
     * who have rows of their own.
     */
    public static List<Delivery> ofTrace(LogRecord row, TraceDetail detail) {
        if (row.log() != LogRecord.Log.MESSAGE_TRACE) {
            throw new IllegalArgumentException("No row of the message trace: " + row.log());
        }
        if (row.result().strip().equalsIgnoreCase("expanded")) {
            return List.of();
        }
        List<String> recipients = detail.recipients().isEmpty() ? List.of(row.object()) : detail.recipients();
        // The id of a trace is Microsoft's own id of the mail, with the recipient behind it.
        Matcher guid = GUID.matcher(row.id());
        String network = guid.find() ? guid.group() : "";
        return recipients.stream()
                .filter(recipient -> !recipient.isBlank())
                .map(recipient -> new Delivery(
                        Source.MESSAGE_TRACE,
                        row.at(),
                        row.actor(),
                        recipient,
                        detail.subject(),
                        detail.internetMessageId(),
                        network,
                        Fate.ofTrace(row.result()),
                        row.at(),
                        List.of()))
                .toList();
    }
}
