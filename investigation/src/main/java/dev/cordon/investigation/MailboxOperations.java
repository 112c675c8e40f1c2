package dev.cordon.investigation;

import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailFlow;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.PublishedCalendar;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows in the unified audit log which event made which thing. Never by a rule's name alone: names repeat, and attackers copy them. */
final class MailboxOperations {
    private static final Set<String> RULES = Set.of(
            "new-inboxrule",
            "set-inboxrule",
            "updateinboxrules",
            "enable-inboxrule",
            "new-sweeprule",
            "set-sweeprule",
            "enable-sweeprule");
    private static final Set<String> WITH_BODY =
            Set.of("new-inboxrule", "set-inboxrule", "new-sweeprule", "set-sweeprule");
    private static final Set<String> DELEGATES =
            Set.of("add-mailboxpermission", "add-recipientpermission", "set-mailbox");
    private static final Set<String> FOLDERS = Set.of(
            "add-mailboxfolderpermission",
            "set-mailboxfolderpermission",
            "addfolderpermissions",
            "modifyfolderpermissions");

    /** The log and the thing itself date one change, each by a clock of its own. */
    private static final Duration SAME_CHANGE = Duration.ofMinutes(5);

    /** What stands between the mailbox and the name in it. */
    private static final String SEPARATORS = "\\/:";

    private MailboxOperations() {}

    static boolean concernsRules(MailboxEvent event) {
        return RULES.contains(operation(event));
    }

    static boolean concernsForwarding(MailboxEvent event) {
        return Arrays.stream(Forwarding.Kind.values()).anyMatch(kind -> concerns(event, kind));
    }

    /** Whether it set that one of the two addresses which a mailbox can forward to. */
    static boolean concerns(MailboxEvent event, Forwarding.Kind kind) {
        return operation(event).equals("set-mailbox")
                && MailboxOrigin.parameter(event, kind.parameter()).isPresent();
    }

    static boolean concernsDelegates(MailboxEvent event) {
        boolean sendOnBehalf =
                MailboxOrigin.parameter(event, "GrantSendOnBehalfTo").isPresent();
        return DELEGATES.contains(operation(event)) && (!operation(event).equals("set-mailbox") || sendOnBehalf);
    }

    static boolean concernsFolders(MailboxEvent event) {
        return FOLDERS.contains(operation(event));
    }

    static boolean switchesAutoReplyOn(MailboxEvent event) {
        return operation(event).equals("set-mailboxautoreplyconfiguration")
                && MailboxOrigin.parameter(event, "AutoReplyState")
                        .filter(state -> !state.equalsIgnoreCase("Disabled"))
                        .isPresent();
    }

    static boolean publishesCalendar(MailboxEvent event) {
        return operation(event).equals("set-mailboxcalendarfolder")
                && MailboxOrigin.parameter(event, "PublishEnabled")
                        .filter(Boolean::parseBoolean)
                        .isPresent();
    }

    /** Whether it published that calendar, or one of the mailbox without saying which. */
    static boolean publishes(MailboxEvent event, PublishedCalendar calendar) {
        return publishesCalendar(event)
                && switch (NamedFolder.in(event).fit(calendar.folderId(), calendar.folder())) {
                    case SAME, UNNAMED -> true;
                    case UNKNOWN, OTHER -> false;
                };
    }

    /** Whether it published that calendar or one that it does not clearly name. */
    static boolean mayPublish(MailboxEvent event, PublishedCalendar calendar) {
        return publishesCalendar(event)
                && NamedFolder.in(event).fit(calendar.folderId(), calendar.folder()) != NamedFolder.Fit.OTHER;
    }

    /** Whether it made or changed a route of any kind. */
    static boolean concernsRoutes(MailboxEvent event) {
        return Arrays.stream(MailFlow.Kind.values()).anyMatch(kind -> concernsRoutes(event, kind));
    }

    /** Whether it made or changed a route of that kind. */
    static boolean concernsRoutes(MailboxEvent event, MailFlow.Kind kind) {
        return operation(event)
                .endsWith(
                        switch (kind) {
                            case TRANSPORT_RULE -> "-transportrule";
                            case INBOUND_CONNECTOR -> "-inboundconnector";
                            case OUTBOUND_CONNECTOR -> "-outboundconnector";
                            case REMOTE_DOMAIN -> "-remotedomain";
                        });
    }

    /** Whether it made or changed that route: by its name, and not later than it was last changed. */
    static boolean makes(MailboxEvent event, MailRoute route) {
        boolean isLater = route.changedAt()
                .filter(changed -> event.at().isAfter(changed.plus(SAME_CHANGE)))
                .isPresent();
        if (isLater) {
            return false;
        }
        Stream<String> named =
                Stream.of("Name", "Identity").flatMap(name -> MailboxOrigin.parameter(event, name).stream());
        return concernsRoutes(event, route.kind())
                && Stream.concat(named, Stream.of(event.object()))
                        .anyMatch(text -> endsWith(text, route.name()) || endsWith(text, route.id()));
    }

    /** Whether it switches the log of the whole tenant. */
    static boolean switchesAuditOfTenant(MailboxEvent event) {
        return operation(event).equals("set-adminauditlogconfig");
    }

    /** Whether it switches auditing, of the tenant, of an account or of a mailbox. */
    static boolean switchesAudit(MailboxEvent event) {
        return switchesAuditOfTenant(event)
                || operation(event).equals("set-mailboxauditbypassassociation")
                || (operation(event).equals("set-mailbox")
                        && MailboxOrigin.parameter(event, "AuditEnabled").isPresent());
    }

    /** Whether it changes what an attacker changes. */
    static boolean isChange(MailboxEvent event) {
        return concernsRules(event)
                || concernsForwarding(event)
                || concernsDelegates(event)
                || concernsFolders(event)
                || concernsRoutes(event);
    }

    private static String operation(MailboxEvent event) {
        return event.operation().strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the event gave all of the delegate's rights. */
    static boolean makes(MailboxEvent event, MailboxDelegate delegate) {
        return concerns(event, delegate) && givesAllOf(event, delegate);
    }

    /** Whether the event gave some of the delegate's rights while others came from elsewhere: Exchange shows them as one. */
    static boolean extendsRights(MailboxEvent event, MailboxDelegate delegate) {
        return concerns(event, delegate) && !givesAllOf(event, delegate);
    }

    /** Whether the event gave somebody of the delegate's name such a right, at another address, which may be an alias. */
    static boolean mayGive(MailboxEvent event, MailboxDelegate delegate) {
        return isOfItsPlace(event, delegate)
                && values(MailboxOrigin.subject(event)).stream()
                        .anyMatch(person -> MailboxOrigin.mayBeSamePerson(person, delegate.trustee())
                                && !MailboxOrigin.isSamePerson(person, delegate.trustee()));
    }

    private static boolean concerns(MailboxEvent event, MailboxDelegate delegate) {
        return isOfItsPlace(event, delegate)
                && values(MailboxOrigin.subject(event)).stream()
                        .anyMatch(person -> MailboxOrigin.isSamePerson(person, delegate.trustee()));
    }

    private static boolean isOfItsPlace(MailboxEvent event, MailboxDelegate delegate) {
        boolean folderFits = delegate.folder().isBlank()
                || NamedFolder.in(event).fit(delegate.folderId(), delegate.folder()) != NamedFolder.Fit.OTHER;
        return folderFits && isOfItsKind(event, delegate);
    }

    /** Access, send-as and send-on-behalf are different things of the same person. */
    private static boolean isOfItsKind(MailboxEvent event, MailboxDelegate delegate) {
        Set<String> rights = rights(delegate.rights());
        return switch (operation(event)) {
            case "add-mailboxpermission", "add-recipientpermission" ->
                isSendAs(event) ? rights.contains("sendas") : !rights.contains("sendas") && !isOnBehalf(rights);
            case "set-mailbox" -> isOnBehalf(rights);
            default -> true;
        };
    }

    private static boolean isSendAs(MailboxEvent event) {
        return operation(event).equals("add-recipientpermission")
                || MailboxOrigin.parameter(event, "AccessRights")
                        .filter(given -> rights(values(given)).contains("sendas"))
                        .isPresent();
    }

    private static boolean isOnBehalf(Set<String> rights) {
        return rights.contains("sendonbehalf");
    }

    private static boolean givesAllOf(MailboxEvent event, MailboxDelegate delegate) {
        if (!operation(event).equals("add-mailboxpermission")) {
            return true;
        }
        return MailboxOrigin.parameter(event, "AccessRights")
                .map(given -> rights(values(given)).containsAll(rights(delegate.rights())))
                .orElse(true);
    }

    private static Set<String> rights(List<String> written) {
        return written.stream()
                .map(right -> right.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT))
                .filter(right -> !right.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether the event may have set the address that is there. The log names an inside recipient as the caller wrote him and Exchange
     * prints him by a name of its own; a mailbox has one such recipient, so that an event that cannot be told to be another one's counts.
     */
    static boolean sets(MailboxEvent event, Forwarding forwarding) {
        String there = address(forwarding.target());
        return MailboxOrigin.parameter(event, forwarding.kind().parameter())
                .map(MailboxOperations::address)
                .filter(set -> MailboxOrigin.isSamePerson(set, there) || !set.contains("@") || !there.contains("@"))
                .isPresent();
    }

    private static String address(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("smtp:") ? lower.substring("smtp:".length()) : lower;
    }

    /** Whether the event names the rule and nothing it says contradicts what the rule does. */
    static boolean makes(MailboxEvent event, InboxRule rule) {
        if (isAboutSweep(event) != (rule.kind() == InboxRule.Kind.SWEEP)) {
            return false;
        }
        Optional<String> id =
                MailboxOrigin.parameter(event, "RuleId").or(() -> MailboxOrigin.parameter(event, "RuleIdentity"));
        if (id.filter(rule.id()::equals).isPresent()) {
            return true;
        }
        return saysWhatItMade(event) && isNamed(event, rule) && fits(event, rule);
    }

    /** Whether the event names the rule and does not say what that rule does: rules may share a name. */
    static boolean mayHaveMade(MailboxEvent event, InboxRule rule) {
        return !saysWhatItMade(event)
                && isAboutSweep(event) == (rule.kind() == InboxRule.Kind.SWEEP)
                && isNamed(event, rule)
                && fits(event, rule);
    }

    private static boolean isAboutSweep(MailboxEvent event) {
        return operation(event).endsWith("sweeprule");
    }

    /** Outlook's own edits are logged without a usable body. */
    private static boolean saysWhatItMade(MailboxEvent event) {
        return WITH_BODY.contains(operation(event));
    }

    private static boolean isNamed(MailboxEvent event, InboxRule rule) {
        Stream<String> given = event.parameters().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("Name")
                        || entry.getKey().equalsIgnoreCase("RuleName"))
                .map(Map.Entry::getValue);
        return given.anyMatch(name -> isSameName(name, rule.name()))
                || endsWith(event.object(), rule.name())
                || endsWith(event.object(), rule.id());
    }

    /** Exchange cuts blanks around a name in some places and keeps them in others. */
    private static boolean isSameName(String one, String other) {
        return one.strip().equals(other.strip());
    }

    /** Whether {@code object}, mailbox and name in one text, ends with {@code name}, which may hold the separators itself. */
    private static boolean endsWith(String object, String name) {
        String text = object.strip();
        String end = name.strip();
        if (end.isEmpty() || !text.endsWith(end)) {
            return false;
        }
        String before = text.substring(0, text.length() - end.length()).stripTrailing();
        return before.isEmpty() || SEPARATORS.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static boolean fits(MailboxEvent event, InboxRule rule) {
        Optional<String> folder = MailboxOrigin.parameter(event, "MoveToFolder");
        boolean folderFits = folder.map(name -> rule.moveToFolder()
                        .filter(to -> lastPart(to).equalsIgnoreCase(lastPart(name)))
                        .isPresent())
                .orElse(true);
        return folderFits
                && flagFits(event, "DeleteMessage", rule.deletes())
                && flagFits(event, "MarkAsRead", rule.marksAsRead())
                && forwardFits(event, rule);
    }

    private static boolean flagFits(MailboxEvent event, String name, boolean actual) {
        return MailboxOrigin.parameter(event, name)
                .map(value -> value.equalsIgnoreCase("true") == actual)
                .orElse(true);
    }

    private static boolean forwardFits(MailboxEvent event, InboxRule rule) {
        return List.of("ForwardTo", "RedirectTo", "ForwardAsAttachmentTo").stream()
                .flatMap(name -> MailboxOrigin.parameter(event, name).stream())
                .flatMap(value -> values(value).stream())
                .allMatch(target -> rule.forwardTo().stream()
                        .anyMatch(to -> to.toLowerCase(Locale.ROOT).contains(address(target))));
    }

    private static List<String> values(String joined) {
        return Arrays.stream(joined.split("[;,]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String lastPart(String path) {
        String plain = path.replace('/', '\\');
        return plain.substring(Math.max(plain.lastIndexOf('\\'), plain.lastIndexOf(':')) + 1)
                .strip();
    }
}
