package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.reconstruction.MailAct.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a row says was done with mail beside accessing it. */
final class MailActs {
    private static final Set<String> SENDING = Set.of("send", "sendas", "sendonbehalf");
    private static final Set<String> DELETING = Set.of("softdelete", "harddelete", "movetodeleteditems");
    private static final Set<String> RULES =
            Set.of("new-inboxrule", "set-inboxrule", "updateinboxrules", "set-mailbox");
    private static final List<String> DESTINATIONS =
            List.of("forwardto", "redirectto", "forwardasattachmentto", "forwardingsmtpaddress", "forwardingaddress");

    private MailActs() {}

    /** Everything the row shows; nothing where it is of no such kind. */
    static List<MailAct> of(EvidenceRow row) {
        String operation = row.operation();
        if (operation.startsWith("searchqueryinitiated") || operation.equals("searchqueryperformed")) {
            return List.of(act(row, Kind.SEARCHED, "", "", "", row.detail().query()));
        }
        if (SENDING.contains(operation)) {
            return messages(row, Kind.SENT);
        }
        if (DELETING.contains(operation)) {
            return messages(row, Kind.DELETED);
        }
        String destination = RULES.contains(operation) ? destination(row) : "";
        return destination.isBlank() ? List.of() : List.of(act(row, Kind.FORWARDED, "", "", "", destination));
    }

    /** One for each message; those without an id, or a row that names none, are one more. */
    private static List<MailAct> messages(EvidenceRow row, Kind kind) {
        var mail = row.detail().mail();
        Stream<MailAct> named = mail.messages().stream()
                .distinct()
                .map(message -> act(row, kind, message.internetMessageId(), message.subject(), message.folder(), ""));
        boolean more = mail.messages().isEmpty() || mail.unnamed() > 0;
        String unnamed = mail.unnamed() == 0 ? "" : mail.unnamed() + " without a message id";
        return Stream.concat(
                        named,
                        more
                                ? Stream.of(act(row, kind, "", "", String.join(", ", mail.folders()), unnamed))
                                : Stream.of())
                .toList();
    }

    static boolean isSending(EvidenceRow row) {
        return SENDING.contains(row.operation());
    }

    private static String destination(EvidenceRow row) {
        Map<String, String> settings = row.detail().settings();
        String set = DESTINATIONS.stream()
                .map(name -> settings.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(", "));
        String actions = settings.getOrDefault("ruleactions", "");
        String lower = actions.toLowerCase(Locale.ROOT);
        boolean forwards = lower.contains("forward") || lower.contains("redirect");
        return set.isEmpty() && forwards ? actions : set;
    }

    private static MailAct act(EvidenceRow row, Kind kind, String id, String subject, String folder, String text) {
        return new MailAct(
                kind,
                row.mailbox(),
                row.record().operation(),
                id,
                subject,
                folder,
                text,
                row.failed(),
                row.address(),
                RowRef.to(row));
    }
}
