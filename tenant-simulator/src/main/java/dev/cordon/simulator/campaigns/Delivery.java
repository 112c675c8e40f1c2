package dev.cordon.simulator.campaigns;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a campaign on its way to one recipient.
 *
 * @param id of the copy in his mailbox, where there is or was one
 * @param ownerId the recipient's object id; empty for somebody outside
 * @param address the recipient
 * @param folder where it came to lie; empty where it never lay in the mailbox
 * @param by the entry of the allow/block list that stopped it, or empty
 * @param zapped when it was taken out of the mailbox again; null if never
 * @param unindexed whether no search finds it
 * @param forwarded whether it was sent on by a recipient's rule, as a mail of its own
 */
public record Delivery(
        String id,
        String campaign,
        String ownerId,
        String address,
        Instant at,
        String sender,
        String senderName,
        String subject,
        String internetMessageId,
        Arrival arrival,
        String folder,
        String by,
        @Nullable Instant zapped,
        boolean unindexed,
        boolean forwarded,
        int size) {

    /** All, by id. */
    public static final TableKey<Delivery> TABLE = new TableKey<>("campaign-deliveries", Delivery.class);

    /** Where a mail arrived. */
    public enum Arrival {
        DELIVERED,
        JUNKED,
        QUARANTINED,
        FAILED
    }

    /** Whether a copy came to lie in the mailbox. */
    public boolean hasCopy() {
        return !ownerId.isEmpty() && (arrival == Arrival.DELIVERED || arrival == Arrival.JUNKED);
    }

    /** Whether the organisation's quarantine holds it by then. */
    public boolean isQuarantined(Instant now) {
        return arrival == Arrival.QUARANTINED || (zapped != null && !zapped.isAfter(now));
    }

    /** The same mail, taken out of the mailbox. */
    Delivery zappedAt(Instant time) {
        return new Delivery(
                id,
                campaign,
                ownerId,
                address,
                at,
                sender,
                senderName,
                subject,
                internetMessageId,
                arrival,
                folder,
                by,
                time,
                unindexed,
                forwarded,
                size);
    }
}
