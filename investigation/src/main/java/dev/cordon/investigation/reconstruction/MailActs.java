package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.reconstruction.MailAct.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what one row says was done with mail beside accessing it. */
final class MailActs {
    /** Below it there are brackets and nothing in them. */
    private static final int SHORTEST_ACTION = 4;

    private static final Set<String> SENDING = Set.of("send", "sendas", "sendonbehalf");
    private static final Set<String> DELETING = Set.of("softdelete", "harddelete", "movetodeleteditems");
    private static final Set<String> RULES =
            Set.of("new-inboxrule", "set-inboxrule", "updateinboxrules", "set-mailbox");
    private static final Set<String> OF_ALL = Set.of(
            "new-transportrule",
            "set-transportrule",
            "new-outboundconnector",
            "set-outboundconnector",
            "new-journalrule",
            "set-journalrule");
    private static final List<String> DESTINATIONS = List.of(
            "forwardto",
            "redirectto",
            "forwardasattachmentto",
            "forwardingsmtpaddress",
            "forwardingaddress",
            "blindcopyto",
            "copyto",
            "addtorecipients",
            "redirectmessageto",
            "smarthosts",
            "journalemailaddress");

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[\\w.+'-]{1,64}@[\\w.-]{1,255}");

    private final EvidenceRow row;
    private final MailboxNames names;

    private MailActs(EvidenceRow row, MailboxNames names) {
        this.row = row;
        this.names = names;
    }

    /** Everything the row shows; nothing where it is of no such kind. */
    static List<MailAct> of(EvidenceRow row, MailboxNames names) {
        return new MailActs(row, names).acts();
    }

    /** Whether a rule was made or changed of which the row does not say what it does: Outlook's rows leave that out. */
    static boolean mayForward(EvidenceRow row) {
        return row.operation().equals("updateinboxrules")
                && !row.failed()
                && row.detail().settings().getOrDefault("ruleactions", "").length() < SHORTEST_ACTION;
    }

    private List<MailAct> acts() {
        String operation = row.operation();
        if (operation.startsWith("searchqueryinitiated") || operation.equals("searchqueryperformed")) {
            return List.of(act(
                    Kind.SEARCHED,
                    names.known(row.mailbox()),
                    Message.NONE,
                    row.detail().query()));
        }
        if (SENDING.contains(operation)) {
            return messages(Kind.SENT);
        }
        if (DELETING.contains(operation)) {
            return messages(Kind.DELETED);
        }
        if (!RULES.contains(operation) && !OF_ALL.contains(operation)) {
            return List.of();
        }
        String destination = destination();
        return destination.isBlank()
                ? List.of()
                : List.of(act(Kind.FORWARDED, forwarded(operation), Message.NONE, destination));
    }

    /** Whose mail goes there; empty text where it is everybody's. */
    private String forwarded(String operation) {
        String changed = row.changedMailbox();
        return OF_ALL.contains(operation) ? "" : names.known(changed.isEmpty() ? row.mailbox() : changed);
    }

    /** One for each message; those without an id, or a row that names none, are one more. */
    private List<MailAct> messages(Kind kind) {
        var mail = row.detail().mail();
        String mailbox = names.known(row.mailbox());
        Stream<MailAct> named = mail.messages().stream()
                .distinct()
                .map(one -> new Message(one.internetMessageId(), one.subject(), one.folder()))
                .map(message -> act(kind, mailbox, message, ""));
        boolean more = mail.messages().isEmpty() || mail.unnamed() > 0;
        String unnamed = mail.unnamed() == 0 ? "" : mail.unnamed() + " without a message id";
        var none = new Message("", "", String.join(", ", mail.folders()));
        return Stream.concat(named, more ? Stream.of(act(kind, mailbox, none, unnamed)) : Stream.of())
                .toList();
    }

    static boolean isSending(EvidenceRow row) {
        return SENDING.contains(row.operation());
    }

    private String destination() {
        Map<String, String> settings = row.detail().settings();
        String set = DESTINATIONS.stream()
                .map(name -> settings.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty() && !value.equals("[]"))
                .collect(Collectors.joining(", "));
        String actions = settings.getOrDefault("ruleactions", "");
        String lower = actions.toLowerCase(Locale.ROOT);
        boolean forwards = lower.contains("forward") || lower.contains("redirect");
        return set.isEmpty() && forwards ? addresses(actions) : set;
    }

    /** The addresses that a rule's actions name; what it says of them where it names none. */
    private static String addresses(String actions) {
        String named = MAIL_ADDRESS
                .matcher(actions)
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? actions : named;
    }

    private MailAct act(Kind kind, String mailbox, Message message, String text) {
        return new MailAct(
                kind,
                mailbox,
                row.record().operation(),
                message.id,
                message.subject,
                message.folder,
                text,
                row.failed(),
                row.address(),
                RowRef.to(row));
    }

    /** What the row says of one message, empty texts where it says nothing. */
    private record Message(String id, String subject, String folder) {
        static final Message NONE = new Message("", "", "");
    }
}
