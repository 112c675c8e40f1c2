package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;
import dev.cordon.investigation.Reason;
import java.time.Instant;
import java.util.List;

/**
 * A mail that left a mailbox since the attacker was first seen there. Texts are untrusted, empty where nothing has them.
 *
 * @param internetMessageId the id in its header, in lower case and without brackets
 * @param subject its subject
 * @param sentAt when
 * @param internal recipients of the organisation, in lower case, sorted
 * @param external all other recipients, in lower case, sorted
 * @param recipientsKnown whether something names to whom it went; where not, both lists are empty
 * @param copy whether the sent copy is still there
 * @param hand whose hand sent it, as far as a row shows
 * @param inThread whether it answers another mail or passes it on
 * @param standing what it is held for
 * @param reasons why, at least one
 * @param shownBy what shows it, at least one
 */
public record FraudMail(
        String internetMessageId,
        String subject,
        Instant sentAt,
        List<String> internal,
        List<String> external,
        boolean recipientsKnown,
        SentCopy copy,
        Party hand,
        boolean inThread,
        Standing standing,
        List<Reason> reasons,
        List<EvidenceRef> shownBy) {
    /** What it is held for, the worst first. */
    public enum Standing {
        /** A row shows the attacker's address or session sending it. */
        ATTACKERS,
        /** No row shows whose it is, and something speaks for fraud. */
        SUSPECT,
        /** No row shows whose it is, and nothing speaks against it: it is unknown. */
        NOT_SHOWN,
        /** A row shows the user sending it from where he usually is. */
        USERS_OWN
    }

    public FraudMail {
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(sentAt, "sentAt is null");
        internal = List.copyOf(internal);
        external = List.copyOf(external);
        requireNonNull(copy, "copy is null");
        requireNonNull(hand, "hand is null");
        requireNonNull(standing, "standing is null");
        reasons = List.copyOf(reasons);
        shownBy = List.copyOf(shownBy);
        if (reasons.isEmpty() || shownBy.isEmpty()) {
            throw new IllegalArgumentException("a mail without a reason or without what shows it");
        }
    }

    /** Whether its recipients are to be told: everything but what is shown to be the user's own. */
    public boolean isToBeTold() {
        return standing != Standing.USERS_OWN;
    }
}
