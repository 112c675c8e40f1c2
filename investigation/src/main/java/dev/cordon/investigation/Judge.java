package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.Devices.Device;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes.AutoReply;
import dev.cordon.tenant.MobileDevice;
import dev.cordon.tenant.PublishedCalendar;
import java.util.List;

/**
 * Says of each thing found in an account whether it is the attacker's, one table of weighted signals per kind.
 *
 * <p>Malicious needs strong evidence in the thing itself, or evidence that it came with the attacker (time, address); what may be either
 * is for review. Nothing is malicious for its name alone or spared for its name alone. Total: any text is judged, nothing throws.
 * Immutable; safe for many threads.
 */
public final class Judge {
    private final Organisation organisation;
    private final AttackPicture picture;
    private final boolean appeared;

    public Judge(Organisation organisation, AttackPicture picture) {
        this(organisation, picture, false);
    }

    private Judge(Organisation organisation, AttackPicture picture, boolean appeared) {
        this.organisation = requireNonNull(organisation, "organisation is null");
        this.picture = requireNonNull(picture, "picture is null");
        this.appeared = appeared;
    }

    /** The same judge for a thing that was not there when its place was read earlier in this response: no log needs to date it. */
    public Judge ofAppeared() {
        return new Judge(organisation, picture, true);
    }

    /** The same judge for an account that its user had again in {@code periods}: what was made then may be his doing. */
    public Judge ofAccountGivenBack(List<Period> periods) {
        return new Judge(organisation, picture.givenBackIn(periods), appeared);
    }

    /** The same judge where the unified audit log may be silent about what happened. */
    public Judge doubtingAudit(String why) {
        return new Judge(organisation, picture.doubtingAudit(why), appeared);
    }

    /** Kind {@code inbox-rule}: server rules, hidden ones and sweep rules. */
    public Judgement inboxRule(InboxRule rule) {
        return InboxRuleSignals.TABLE.judge(InboxRuleFacts.of(rule, organisation, picture, appeared));
    }

    /** Kind {@code authentication-method}. The password is always benign here: the reset deals with it. */
    public Judgement authenticationMethod(AuthenticationMethod method) {
        return AuthenticationMethodSignals.judge(method, picture);
    }

    /** Kind {@code forwarding}: forwarding set on the mailbox itself. */
    public Judgement forwarding(Mailbox mailbox) {
        return ForwardingSignals.TABLE.judge(ForwardingSignals.Facts.of(mailbox, organisation, picture, appeared));
    }

    /** Kind {@code delegate}: rights over the whole mailbox. */
    public Judgement delegate(MailboxDelegate delegate) {
        return DelegateSignals.MAILBOX.judge(
                DelegateSignals.Facts.ofMailbox(delegate, organisation, picture, appeared));
    }

    /** Kind {@code folder-permission}: rights on one folder. */
    public Judgement folderPermission(MailboxDelegate permission) {
        return DelegateSignals.FOLDER.judge(
                DelegateSignals.Facts.ofFolder(permission, organisation, picture, appeared));
    }

    /** Kind {@code calendar-publishing}: a calendar is readable without signing in. */
    public Judgement calendarPublishing(PublishedCalendar calendar) {
        return TenantWideSignals.CALENDAR.judge(TenantWideSignals.Calendar.of(calendar, picture));
    }

    /** Kind {@code consent}. */
    public Judgement consent(ConsentGrant grant) {
        return ConsentSignals.GRANT.judge(ConsentSignals.Facts.of(grant, organisation, picture, appeared));
    }

    /** Kind {@code app-role-assignment}. */
    public Judgement appRoleAssignment(AppRoleAssignment assignment) {
        return ConsentSignals.ASSIGNMENT.judge(ConsentSignals.Facts.of(assignment, organisation, picture, appeared));
    }

    /** Kind {@code device}: devices of the directory. */
    public Judgement device(Device device) {
        return DeviceSignals.TABLE.judge(DeviceSignals.Facts.of(device, picture));
    }

    /** Kind {@code device} too: telephones that synchronise the mailbox. */
    public Judgement mobileDevice(MobileDevice device) {
        return MobileDeviceSignals.TABLE.judge(MobileDeviceSignals.Facts.of(device, picture));
    }

    /** Kind {@code auto-reply}. */
    public Judgement autoReply(AutoReply reply) {
        return TenantWideSignals.AUTO_REPLY.judge(TenantWideSignals.Reply.of(reply, organisation, picture));
    }

    /** Kind {@code role}. */
    public Judgement role(DirectoryRole role) {
        return RoleSignals.TABLE.judge(RoleSignals.Facts.of(role, picture));
    }

    /** Kinds {@code transport-rule}, {@code connector} and {@code remote-domain}. */
    public Judgement mailRoute(MailRoute route) {
        return TenantWideSignals.MAIL_ROUTE.judge(TenantWideSignals.Route.of(route, organisation, picture));
    }
}
