package dev.cordon.tenant;

import java.util.List;
import java.util.Optional;

/** Mailboxes over Exchange's own administration endpoint: Graph shows none of this. {@code mailbox} is an object id or UPN. */
public interface Mailboxes {
    /** The mailbox; empty when the account has none (unlicensed, on premises, none ever). */
    Reading<Optional<Mailbox>> fetchMailbox(String mailbox);

    /** Clears both forwarding addresses and the keep-a-copy flag. Idempotent; repeated by itself. */
    Receipt clearForwarding(String mailbox);

    /** Full access, send as and send on behalf, the owner's own and inherited entries left out. */
    Reading<List<MailboxDelegate>> fetchDelegates(String mailbox);

    /**
     * Rights on folders granted to named people, and Default or Anonymous where they exceed {@code AvailabilityOnly} on the calendar and
     * {@code None} elsewhere.
     */
    Reading<List<MailboxDelegate>> fetchFolderPermissions(String mailbox);

    /** The automatic reply; empty when switched off. */
    Reading<Optional<AutoReply>> fetchAutoReply(String mailbox);

    /** The calendar's publishing address; empty when it is not published. */
    Reading<Optional<String>> fetchCalendarPublishing(String mailbox);

    /**
     * The telephones that synchronise the mailbox, blocked ones included: over ActiveSync and with Outlook's own apps. Permission: an
     * Exchange role that may read recipients.
     *
     * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-mobiledevice">Get-MobileDevice</a>
     */
    Reading<List<MobileDevice>> fetchMobileDevices(String mailbox);

    /**
     * An automatic reply that is switched on.
     *
     * @param state Enabled or Scheduled
     * @param externalAudience None, Known or All
     * @param internalMessage the text to colleagues: untrusted, possibly HTML
     * @param externalMessage the text to others: untrusted, possibly HTML
     */
    record AutoReply(String state, String externalAudience, String internalMessage, String externalMessage) {}
}
