package dev.cordon.tenant;

import java.util.List;

/**
 * Inbox rules of a mailbox, hidden and sweep rules included. Client-only rules are never visible, and Exchange drops them at any edit
 * through its cmdlets.
 */
public interface InboxRules {
    /**
     * Server rules with the hidden ones, from Exchange, compared with Graph's listing where the caller may read it (Graph refuses other
     * people's mailboxes to a signed-in administrator), and sweep rules. Incomplete when either Exchange listing failed.
     *
     * @param mailbox the object id or UPN
     */
    Reading<List<InboxRule>> fetchRules(String mailbox);

    /**
     * Stops the rule from acting and keeps it. Through Graph for visible rules where the caller may, which spares client-only rules;
     * otherwise through Exchange. Idempotent; repeated by itself; already gone or disabled is a receipt that says so.
     */
    Receipt disable(String mailbox, InboxRule rule);

    /** Deletes the rule, by the same path as {@link #disable}. Idempotent; repeated by itself; already gone is a receipt that says so. */
    Receipt delete(String mailbox, InboxRule rule);
}
