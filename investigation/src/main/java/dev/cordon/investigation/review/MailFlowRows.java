package dev.cordon.investigation.review;

import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Ways of mail for the whole organisation: transport rules, connectors, remote domains. */
final class MailFlowRows {
    private static final List<String> RECIPIENTS = List.of(
            "blindcopyto",
            "redirectmessageto",
            "copyto",
            "addtorecipients",
            "journalemailaddress",
            "generateincidentreport",
            "moderatemessagebyuser");

    /** What a transport rule does to mail beside sending it somewhere, and how that is said. */
    private static final Map<String, String> ACTS = Map.of(
            "deletemessage", "It deletes mail before anybody sees it.",
            "quarantine", "It puts mail into quarantine, where its owner does not see it.",
            "setscl", "It decides by itself what is spam: mail may pass the filter.",
            "addmanagerasrecipienttype", "It sends mail to somebody's manager too.",
            "removeheader", "It removes a header of mail.",
            "setheadername", "It sets a header of mail, by which a filter may be passed.",
            "routemessageoutboundconnector", "It sends mail through a connector.");

    private MailFlowRows() {}

    static List<Change> ruleMade(Row row) {
        return List.of(change(row, FindingKind.TRANSPORT_RULE, Effect.MAKES));
    }

    static List<Change> ruleUndone(Row row) {
        return List.of(change(row, FindingKind.TRANSPORT_RULE, Effect.UNDOES));
    }

    static List<Change> connectorMade(Row row) {
        return List.of(change(row, FindingKind.CONNECTOR, row.isFalse("enabled") ? Effect.UNDOES : Effect.MAKES));
    }

    static List<Change> connectorUndone(Row row) {
        return List.of(change(row, FindingKind.CONNECTOR, Effect.UNDOES));
    }

    static List<Change> domainSet(Row row) {
        boolean isClosed = row.isFalse("autoforwardenabled");
        return List.of(change(row, FindingKind.REMOTE_DOMAIN, isClosed ? Effect.UNDOES : Effect.MAKES));
    }

    static List<Change> domainUndone(Row row) {
        return List.of(change(row, FindingKind.REMOTE_DOMAIN, Effect.UNDOES));
    }

    private static Change change(Row row, FindingKind kind, Effect effect) {
        String identity = row.value("identity");
        String object = row.record().object().strip();
        String name = row.first("name", "identity").isEmpty() ? object : row.first("name", "identity");
        Set<String> handles = Names.of(Stream.of(row.value("name"), identity, object)
                .flatMap(text -> Stream.of(text, text.substring(text.lastIndexOf('\\') + 1)))
                .filter(text -> !text.isBlank())
                .map(text -> text.replace("@", "(at)")));
        return new Change(
                kind,
                effect,
                new Meaning.Route(sends(row), acts(row), row.operation().startsWith("new-"), effect == Effect.UNDOES),
                name.isBlank() ? "one that the row does not name" : name,
                Set.of(),
                handles.isEmpty() ? Set.of("") : handles,
                "",
                Origin.of(row));
    }

    private static List<String> sends(Row row) {
        return Stream.concat(RECIPIENTS.stream(), Stream.of("smarthosts"))
                .flatMap(name -> row.values(name).stream())
                .toList();
    }

    private static List<String> acts(Row row) {
        List<String> acts = new ArrayList<>();
        ACTS.keySet().stream()
                .sorted()
                .filter(name -> !row.value(name).isEmpty() && !row.isFalse(name))
                .forEach(name -> acts.add(String.valueOf(ACTS.get(name))));
        if (row.isTrue("autoforwardenabled")) {
            acts.add("Mail may be forwarded there automatically.");
        }
        if (row.value("connectortype").toLowerCase(Locale.ROOT).equals("onpremises")) {
            acts.add("Mail from its servers counts as the organisation's own.");
        }
        return acts;
    }
}
