package dev.cordon.playbooks.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Bytes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samples that this run sealed, at hand for showing them to Microsoft. Safe for many threads. */
final class SampleShelf {
    private final Map<String, Kept> kept = new TreeMap<>();

    /**
     * A sample.
     *
     * @param messageId the mail's id as its header has it
     * @param recipient whose copy
     * @param mime its bytes
     */
    record Kept(String messageId, String recipient, Bytes mime) {
        Kept {
            requireNonNull(messageId, "messageId is null");
            requireNonNull(recipient, "recipient is null");
            requireNonNull(mime, "mime is null");
        }
    }

    synchronized void keep(Kept sample) {
        kept.putIfAbsent(sample.messageId(), sample);
    }

    synchronized List<Kept> kept() {
        return List.copyOf(kept.values());
    }
}
