package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Reason;
import java.util.List;

/**
 * Something that may be put on the organisation's list of blocked senders and addresses, with what speaks against it.
 *
 * @param kind what
 * @param entry as the list takes it: untrusted text
 * @param recommended whether blocking it is recommended
 * @param against what speaks against it, the weightiest first; where there is any, a second yes is needed
 */
public record BlockProposal(Kind kind, String entry, boolean recommended, List<Reason> against) {
    /** What is blocked. The first two stand in the list of senders, the others in that of URLs. */
    public enum Kind {
        SENDER,
        DOMAIN,
        URL,
        HOST
    }

    public BlockProposal {
        requireNonNull(kind, "kind is null");
        requireNonNull(entry, "entry is null");
        against = List.copyOf(against);
        if (entry.isBlank()) {
            throw new IllegalArgumentException("nothing to block");
        }
    }

    /** Whether a person must say yes a second time, by name. */
    public boolean needsSecondYes() {
        return !against.isEmpty();
    }

    /** Whether it stands in the list of senders, and not in that of URLs. */
    public boolean isOfSender() {
        return kind == Kind.SENDER || kind == Kind.DOMAIN;
    }
}
