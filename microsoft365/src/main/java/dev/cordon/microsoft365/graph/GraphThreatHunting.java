package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.ThreatHunting;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hunting over Graph, by the tables UrlClickEvents, EmailEvents and EmailPostDeliveryEvents.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-security-runhuntingquery">runHuntingQuery</a>
 */
public record GraphThreatHunting(GraphClient graph, TenantClock clock) implements ThreatHunting {
    @Override
    public Reading<List<UrlClick>> fetchClicks(ClickQuestion question) {
        return new HuntingRun<>(
                        graph,
                        clock,
                        "Hunt for clicks",
                        "UrlClickEvents",
                        GraphThreatHunting::click,
                        click -> isOn(click, question))
                .between(
                        question.from(),
                        question.until(),
                        query -> onUrls(query, question)
                                .whereAny(question.networkMessageIds(), "NetworkMessageId")
                                .whereAny(question.users(), "AccountUpn"));
    }

    @Override
    public Reading<List<DeliveredMail>> fetchMails(MailQuestion question) {
        return new HuntingRun<>(graph, clock, "Hunt for mails", "EmailEvents", GraphThreatHunting::mail, _ -> true)
                .between(
                        question.from(),
                        question.until(),
                        query -> ofMails(query, question)
                                .whereAny(question.senders(), "SenderFromAddress", "SenderMailFromAddress")
                                .whereAny(question.subjects(), "Subject"));
    }

    /** This table has no sender and no subject: the mails that meet them are looked up first. */
    @Override
    public Reading<List<PostDelivery>> fetchPostDelivery(MailQuestion question) {
        if (question.senders().isEmpty() && question.subjects().isEmpty()) {
            return postDelivery(question);
        }
        Reading<List<DeliveredMail>> mails = fetchMails(question);
        List<String> ids = mails.value().stream()
                .map(DeliveredMail::networkMessageId)
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        Reading<List<PostDelivery>> none = mails.map(_ -> List.of());
        for (int first = 0; first < ids.size(); first += MOST_TEXTS) {
            List<String> some = ids.subList(first, Math.min(first + MOST_TEXTS, ids.size()));
            Reading<List<PostDelivery>> more = postDelivery(new MailQuestion(
                    List.of(), List.of(), List.of(), some, question.recipients(), question.from(), question.until()));
            none = none.with(more, GraphThreatHunting::joined);
        }
        return none;
    }

    private Reading<List<PostDelivery>> postDelivery(MailQuestion question) {
        return new HuntingRun<>(
                        graph,
                        clock,
                        "Hunt for what became of mails",
                        "EmailPostDeliveryEvents",
                        GraphThreatHunting::postDelivery,
                        _ -> true)
                .between(question.from(), question.until(), query -> ofMails(query, question));
    }

    private static List<PostDelivery> joined(List<PostDelivery> some, List<PostDelivery> more) {
        return Stream.concat(some.stream(), more.stream())
                .sorted(Comparator.comparing(PostDelivery::at).reversed())
                .toList();
    }

    private static Kql onUrls(Kql query, ClickQuestion question) {
        Kql onUrl = question.urls().isEmpty() ? query : query.where(anyHas(question.urls()));
        return question.domains().isEmpty() ? onUrl : onUrl.where(anyHas(question.domains()));
    }

    private static String anyHas(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(Kql.has("Url", text), Kql.has("UrlChain", text)))
                .collect(Collectors.joining(" or "));
    }

    private static Kql ofMails(Kql query, MailQuestion question) {
        return query.whereAny(question.internetMessageIds(), "InternetMessageId")
                .whereAny(question.networkMessageIds(), "NetworkMessageId")
                .whereAny(question.recipients(), "RecipientEmailAddress");
    }

    /** Whether the addresses are among the click's as the question means them: a word of another host is none. */
    private static boolean isOn(UrlClick click, ClickQuestion question) {
        String addresses = (click.url() + " " + click.urlChain()).toLowerCase(Locale.ROOT);
        boolean isOnUrl = question.urls().isEmpty()
                || question.urls().stream().anyMatch(url -> addresses.contains(url.toLowerCase(Locale.ROOT)));
        return isOnUrl
                && (question.domains().isEmpty()
                        || question.domains().stream()
                                .anyMatch(domain -> Hosts.of(addresses).isAny(domain)));
    }

    private static Optional<UrlClick> click(HuntingRow row) {
        String action = row.text("ActionType");
        return row.time("Timestamp")
                .map(at -> new UrlClick(
                        at,
                        row.text("AccountUpn"),
                        row.text("Url"),
                        EnumWords.find(ClickAction.class, action).orElse(ClickAction.OTHER),
                        action,
                        row.flag("IsClickedThrough"),
                        row.text("Workload"),
                        row.text("NetworkMessageId"),
                        row.text("IPAddress"),
                        row.text("UrlChain")));
    }

    private static Optional<DeliveredMail> mail(HuntingRow row) {
        String action = row.text("DeliveryAction");
        return row.time("Timestamp")
                .map(at -> new DeliveredMail(
                        at,
                        row.text("NetworkMessageId"),
                        row.text("InternetMessageId"),
                        row.text("SenderFromAddress"),
                        row.text("SenderMailFromAddress"),
                        row.text("RecipientEmailAddress"),
                        row.text("Subject"),
                        EnumWords.find(DeliveryAction.class, action).orElse(DeliveryAction.OTHER),
                        action,
                        row.text("DeliveryLocation"),
                        row.text("LatestDeliveryLocation"),
                        row.text("ThreatTypes")));
    }

    private static Optional<PostDelivery> postDelivery(HuntingRow row) {
        String cause = row.text("ActionType");
        return row.time("Timestamp")
                .map(at -> new PostDelivery(
                        at,
                        row.text("NetworkMessageId"),
                        row.text("InternetMessageId"),
                        row.text("RecipientEmailAddress"),
                        cause(cause, row.text("ActionTrigger")),
                        cause,
                        row.text("Action"),
                        succeeded(row.text("ActionResult")),
                        row.text("DeliveryLocation")));
    }

    private static Cause cause(String type, String trigger) {
        if (type.toUpperCase(Locale.ROOT).contains("ZAP") || trigger.equalsIgnoreCase("ZAP")) {
            return Cause.ZAP;
        }
        return type.startsWith("Manual") || trigger.toLowerCase(Locale.ROOT).startsWith("admin")
                ? Cause.ADMINISTRATOR
                : Cause.OTHER;
    }

    private static Optional<Boolean> succeeded(String result) {
        return switch (result.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "success", "succeeded" -> Optional.of(true);
            default -> Optional.of(false);
        };
    }
}
