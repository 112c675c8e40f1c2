package dev.cordon.tenant;

import java.util.List;
import java.util.Optional;

/** Mailboxes over Exchange's own administration endpoint: Graph shows none of this. {@code mailbox} is an object id or UPN. */
public interface Mailboxes {
    /** The mailbox; empty when the account has none (unlicensed, on premises, none ever). */
    Reading<Optional<Mailbox>> fetchMailbox(String mailbox);

    /**
     * Clears one forwarding address and leaves the other; that a copy stays is cleared with the last one, as it is said for the mailbox as a
     * whole. Looks first which are set. Idempotent; repeated by itself.
     */
    Receipt clearForwarding(String mailbox, Forwarding.Kind kind);

    /** Full access, send as and send on behalf, the owner's own and inherited entries left out. */
    Reading<List<MailboxDelegate>> fetchDelegates(String mailbox);

    /**
     * Rights on folders granted to named people, and Default or Anonymous where they exceed {@code AvailabilityOnly} on the calendar and
     * {@code None} elsewhere. Incomplete where a folder that is there could not be looked at.
     */
    Reading<List<MailboxDelegate>> fetchFolderPermissions(String mailbox);

    /**
     * Takes all the named rights of one trustee over the whole mailbox away: full access, send as or send on behalf, as {@code delegate}
     * says. Idempotent; repeated by itself; a right that is not there any more is a receipt that says so.
     */
    Receipt removeDelegate(String mailbox, MailboxDelegate delegate);

    /**
     * Takes the rights of one trustee on the folder of that id away. Default and Anonymous cannot be removed: they get {@code None}, Default on a
     * calendar {@code AvailabilityOnly}. Idempotent; repeated by itself; a right that is not there any more is a receipt that says so.
     */
    Receipt removeFolderPermission(String mailbox, MailboxDelegate permission);

    /** Switches the automatic reply off; its texts stay. Idempotent; repeated by itself. */
    Receipt disableAutoReply(String mailbox);

    /**
     * Ends the publishing of this one calendar; what it shows stays set. Idempotent; repeated by itself; a calendar that is gone is a receipt
     * that says so.
     */
    Receipt unpublishCalendar(String mailbox, PublishedCalendar calendar);

    /**
     * Ends the partnership of a telephone that synchronises the mailbox; nothing on the telephone is wiped. Idempotent; repeated by itself;
     * one that is gone is a receipt that says so.
     */
    Receipt removeMobileDevice(String mailbox, MobileDevice device);

    /** The automatic reply; empty when switched off. */
    Reading<Optional<AutoReply>> fetchAutoReply(String mailbox);

    /** Every calendar of the mailbox that is published, the user's own making among them. Incomplete where one could not be looked at. */
    Reading<List<PublishedCalendar>> fetchPublishedCalendars(String mailbox);

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
