package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.Devices.Device;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes.AutoReply;
import dev.cordon.tenant.MobileDevice;
import dev.cordon.tenant.PublishedCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    private final FirstMet met;
    private final Optional<Instant> mailboxChangedAt;
    private final List<Instant> clicks;

    public Judge(Organisation organisation, AttackPicture picture) {
        this(organisation, picture, FirstMet.at(picture.now()), Optional.empty(), List.of());
    }

    private Judge(
            Organisation organisation,
            AttackPicture picture,
            FirstMet met,
            Optional<Instant> mailboxChangedAt,
            List<Instant> clicks) {
        this.clicks = List.copyOf(clicks);
        this.organisation = requireNonNull(organisation, "organisation is null");
        this.picture = requireNonNull(picture, "picture is null");
        this.met = met;
        this.mailboxChangedAt = requireNonNull(mailboxChangedAt, "mailboxChangedAt is null");
    }

    /** The same judge for a thing that was not there when its place was read earlier in this response: no log needs to date it. */
    public Judge ofAppeared() {
        return new Judge(organisation, picture, met.asAppeared(), mailboxChangedAt, clicks);
    }

    /**
     * The same judge for a thing that was there at {@code at}, tenant time: a log that reaches so far and does not show it being made says
     * that it is older than what the log holds. Without this only a log that reaches to the drawing of the picture says so.
     */
    public Judge ofMetAt(Instant at) {
        return new Judge(organisation, picture, met.movedTo(at), mailboxChangedAt, clicks);
    }

    /**
     * The same judge for a thing whose place was empty, or held something else, at {@code otherwiseAt}, tenant time: what the log shows of that
     * place until then did not make it. Without this whatever happened there last did.
     */
    public Judge ofOtherwiseAt(Optional<Instant> otherwiseAt) {
        return new Judge(organisation, picture, met.since(otherwiseAt), mailboxChangedAt, clicks);
    }

    /**
     * The same judge, who knows when the mailbox had last been changed before this response: while the audit log does not reach that, a
     * right over the mailbox may be what was changed. Without this it counts as changed just now.
     */
    public Judge ofMailboxChangedAt(Optional<Instant> at) {
        return new Judge(organisation, picture, met, at, clicks);
    }

    /**
     * The same judge for an account whose user reached a phishing page at these moments, tenant time: what he gave soon afterwards he was made to
     * give, from wherever he is.
     */
    public Judge ofPhishedAt(List<Instant> moments) {
        return new Judge(organisation, picture, met, mailboxChangedAt, moments);
    }

    /** The same judge for an account that its user had again in {@code periods}: what was made then may be his doing. */
    public Judge ofAccountGivenBack(List<Period> periods) {
        return new Judge(organisation, picture.givenBackIn(periods), met, mailboxChangedAt, clicks);
    }

    /** The same judge where the unified audit log may be silent about what happened. */
    public Judge doubtingAudit(String why) {
        return new Judge(organisation, picture.doubtingAudit(why), met, mailboxChangedAt, clicks);
    }

    /** Kind {@code inbox-rule}: server rules, hidden ones and sweep rules. */
    public Judgement inboxRule(InboxRule rule) {
        return byLateLog(when -> InboxRuleSignals.TABLE.judge(InboxRuleFacts.of(rule, organisation, picture, when)));
    }

    /** Kind {@code authentication-method}. The password is always benign here: the reset deals with it. */
    public Judgement authenticationMethod(AuthenticationMethod method) {
        return AuthenticationMethodSignals.judge(method, picture);
    }

    /** Kind {@code forwarding}: one of the two addresses that the mailbox itself forwards to, whatever the other one is. */
    public Judgement forwarding(Forwarding forwarding) {
        return byLateLogOfMailbox(when ->
                ForwardingSignals.TABLE.judge(ForwardingSignals.Facts.of(forwarding, organisation, picture, when)));
    }

    /** Kind {@code delegate}: rights over the whole mailbox. */
    public Judgement delegate(MailboxDelegate delegate) {
        return byLateLogOfMailbox(when ->
                DelegateSignals.MAILBOX.judge(DelegateSignals.Facts.ofMailbox(delegate, organisation, picture, when)));
    }

    /** Kind {@code folder-permission}: rights on one folder. */
    public Judgement folderPermission(MailboxDelegate permission) {
        return byLateLog(when ->
                DelegateSignals.FOLDER.judge(DelegateSignals.Facts.ofFolder(permission, organisation, picture, when)));
    }

    /** Kind {@code calendar-publishing}: a calendar is readable without signing in. */
    public Judgement calendarPublishing(PublishedCalendar calendar) {
        return byLateLog(
                when -> TenantWideSignals.CALENDAR.judge(TenantWideSignals.Calendar.of(calendar, picture, when)));
    }

    /** Kind {@code consent}. */
    public Judgement consent(ConsentGrant grant) {
        return ConsentSignals.GRANT.judge(
                ConsentSignals.Facts.of(grant, organisation, picture, met).phishedAt(clicks));
    }

    /** Kind {@code app-role-assignment}. */
    public Judgement appRoleAssignment(AppRoleAssignment assignment) {
        return ConsentSignals.ASSIGNMENT.judge(ConsentSignals.Facts.of(assignment, organisation, picture, met));
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
        return byLateLog(when ->
                TenantWideSignals.AUTO_REPLY.judge(TenantWideSignals.Reply.of(reply, organisation, picture, when)));
    }

    /** Kind {@code role}. */
    public Judgement role(DirectoryRole role) {
        return RoleSignals.TABLE.judge(RoleSignals.Facts.of(role, picture));
    }

    /** Kinds {@code transport-rule}, {@code connector} and {@code remote-domain}. */
    public Judgement mailRoute(MailRoute route) {
        return TenantWideSignals.MAIL_ROUTE.judge(TenantWideSignals.Route.of(route, organisation, picture, met));
    }

    /**
     * The unified audit log is an hour or two late. What it does not show is judged as if it ended now; what would be harmless then, and is
     * not while it may have been made since its end, is for a person.
     */
    private Judgement byLateLog(Function<FirstMet, Judgement> judging) {
        Judgement hopeful = judging.apply(atEndOfLog());
        Judgement doubtful = judging.apply(met);
        boolean turns = hopeful.verdict() == Verdict.BENIGN && doubtful.verdict() != Verdict.BENIGN;
        return turns
                ? doubtful.forPerson(new Reason(
                        "may-be-newer-than-log",
                        "It may have been made after "
                                + picture.mailboxAuditThrough().map(Minutes::of).orElse("an unknown time")
                                + ", until when the audit log usually is whole so far.",
                        Optional.empty()))
                : hopeful;
    }

    /** The same of what Exchange keeps with the mailbox itself, unless that was not changed since the log ended. */
    private Judgement byLateLogOfMailbox(Function<FirstMet, Judgement> judging) {
        boolean unchanged = picture.mailboxAuditThrough()
                .filter(end -> mailboxChangedAt.filter(at -> !at.isAfter(end)).isPresent())
                .isPresent();
        return unchanged ? judging.apply(atEndOfLog()) : byLateLog(judging);
    }

    /** As if it had been met when the audit log ended, where that is earlier. */
    private FirstMet atEndOfLog() {
        return picture.mailboxAuditThrough()
                .filter(end -> end.isBefore(met.at()))
                .map(met::movedTo)
                .orElse(met);
    }
}
