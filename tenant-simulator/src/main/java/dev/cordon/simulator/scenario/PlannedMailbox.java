package dev.cordon.simulator.scenario;

import java.util.List;

/**
 * A mailbox with folders beyond the usual ones and a number of drawn messages.
 *
 * @param audited whether what is done in it is logged
 * @param auditBypass whether what its owner does, in any mailbox, is left out of the log
 * @param litigationHold whether nothing may leave it for good
 */
public record PlannedMailbox(
        String owner,
        Type type,
        List<String> folders,
        int messages,
        boolean audited,
        boolean auditBypass,
        boolean litigationHold) {

    /** Refuses a negative number of messages. */
    public PlannedMailbox {
        folders = List.copyOf(folders);
        if (messages < 0 || messages > 200_000) {
            throw new IllegalArgumentException("mailboxes.messages must lie between 0 and 200000");
        }
    }

    /** What kind of mailbox, if any. */
    public enum Type {
        USER,
        SHARED,
        ROOM,
        EQUIPMENT,
        ON_PREMISES,
        NONE
    }
}
