package dev.cordon.microsoft365;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.InMemoryThreatHunting;
import dev.cordon.tenant.ThreatHunting;
import dev.cordon.tenant.ThreatHunting.Cause;
import dev.cordon.tenant.ThreatHunting.DeliveredMail;
import dev.cordon.tenant.ThreatHunting.PostDelivery;
import dev.cordon.tenant.ThreatHunting.UrlClick;
import dev.cordon.tenant.ThreatHuntingContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** The client against tables in memory, spoken to as hunting is: a reader of just so much of its language as it takes. */
class ThreatHuntingOverGraphTest extends ThreatHuntingContract {
    private static final String PLAN = "8e0c0a52-6a6c-4d40-8370-dd62790dcd70";
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern HAS = Pattern.compile("(\\w+) has " + LITERAL);
    private static final Pattern IN = Pattern.compile("(\\w+) in~ \\(((?:" + LITERAL + "(?:, )?)+)\\)");
    private static final Pattern TIME =
            Pattern.compile("Timestamp >= datetime\\((\\S+)\\) and Timestamp <= datetime\\((\\S+)\\)");

    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected ThreatHunting on(InMemoryThreatHunting world) {
        return connected.answeredBy(request -> reply(world, request)).threatHunting();
    }

    private static Reply reply(InMemoryThreatHunting world, Asked request) {
        if (request.path().contains("subscribedSkus")) {
            return Reply.json("{\"value\":[{\"capabilityStatus\":\"Enabled\",\"servicePlans\":[{\"servicePlanId\":\""
                    + PLAN + "\",\"provisioningStatus\":\"Success\"}]}]}");
        }
        if (!request.path().endsWith("runHuntingQuery")) {
            return Reply.json("{}");
        }
        String query = JsonParser.parseString(request.body())
                .getAsJsonObject()
                .get("Query")
                .getAsString();
        List<String> lines = query.lines().toList();
        Stream<JsonObject> rows = table(world, lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            rows = line.startsWith("| where ") ? rows.filter(condition(line.substring("| where ".length()))) : rows;
        }
        JsonArray results = new JsonArray();
        rows.sorted(Comparator.comparing(ThreatHuntingOverGraphTest::time).reversed())
                .forEach(results::add);
        JsonObject body = new JsonObject();
        body.add("schema", new JsonArray());
        body.add("results", results);
        return Reply.json(body.toString());
    }

    private static String time(JsonObject row) {
        return row.get("Timestamp").getAsString();
    }

    private static Stream<JsonObject> table(InMemoryThreatHunting world, String name) {
        return switch (name) {
            case "UrlClickEvents" -> world.clicks().stream().map(ThreatHuntingOverGraphTest::row);
            case "EmailEvents" -> world.mails().stream().map(ThreatHuntingOverGraphTest::row);
            case "EmailPostDeliveryEvents" -> world.changes().stream().map(ThreatHuntingOverGraphTest::row);
            default -> throw new AssertionError("No such table: " + name);
        };
    }

    private static Predicate<JsonObject> condition(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return row -> time(row).compareTo(time.group(1)) >= 0 && time(row).compareTo(time.group(2)) <= 0;
        }
        List<Predicate<JsonObject>> any = new ArrayList<>();
        StringBuilder left = new StringBuilder();
        Matcher has = HAS.matcher(text);
        int end = 0;
        while (has.find()) {
            String column = has.group(1);
            String wanted = plain(has.group(2));
            any.add(row -> text(row, column).toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)));
            left.append(text, end, has.start());
            end = has.end();
        }
        Matcher in = IN.matcher(text);
        while (in.find()) {
            String column = in.group(1);
            List<String> wanted = Pattern.compile(LITERAL)
                    .matcher(in.group(2))
                    .results()
                    .map(each -> plain(each.group(1)))
                    .toList();
            any.add(row -> wanted.stream().anyMatch(text(row, column)::equalsIgnoreCase));
            left.append(text, end, in.start());
            end = in.end();
        }
        left.append(text.substring(end));
        if (any.isEmpty() || !left.toString().replace(" or ", "").isEmpty()) {
            throw new AssertionError("Not understood: " + text);
        }
        return any.stream().reduce(_ -> false, Predicate::or);
    }

    private static String plain(String literal) {
        return JsonParser.parseString("\"" + literal + "\"").getAsString();
    }

    private static String text(JsonObject row, String column) {
        if (!row.has(column)) {
            throw new AssertionError("No such column: " + column);
        }
        return row.get(column).getAsString();
    }

    private static JsonObject row(UrlClick click) {
        JsonObject row = new JsonObject();
        row.addProperty("Timestamp", click.at().toString());
        row.addProperty("AccountUpn", click.user());
        row.addProperty("Url", click.url());
        row.addProperty("ActionType", click.actionText());
        click.clickedThrough().ifPresent(flag -> row.addProperty("IsClickedThrough", flag ? 1 : 0));
        row.addProperty("Workload", click.workload());
        row.addProperty("NetworkMessageId", click.networkMessageId());
        row.addProperty("IPAddress", click.ipAddress());
        row.addProperty("UrlChain", click.urlChain());
        return row;
    }

    private static JsonObject row(DeliveredMail mail) {
        JsonObject row = new JsonObject();
        row.addProperty("Timestamp", mail.at().toString());
        row.addProperty("NetworkMessageId", mail.networkMessageId());
        row.addProperty("InternetMessageId", mail.internetMessageId());
        row.addProperty("SenderFromAddress", mail.sender());
        row.addProperty("SenderMailFromAddress", mail.envelopeSender());
        row.addProperty("RecipientEmailAddress", mail.recipient());
        row.addProperty("Subject", mail.subject());
        row.addProperty("DeliveryAction", mail.actionText());
        row.addProperty("DeliveryLocation", mail.location());
        row.addProperty("LatestDeliveryLocation", mail.latestLocation());
        row.addProperty("ThreatTypes", mail.threats());
        return row;
    }

    private static JsonObject row(PostDelivery change) {
        JsonObject row = new JsonObject();
        row.addProperty("Timestamp", change.at().toString());
        row.addProperty("NetworkMessageId", change.networkMessageId());
        row.addProperty("InternetMessageId", change.internetMessageId());
        row.addProperty("RecipientEmailAddress", change.recipient());
        row.addProperty("ActionType", change.causeText());
        row.addProperty("ActionTrigger", change.cause() == Cause.ADMINISTRATOR ? "Admin" : "ZAP");
        row.addProperty("Action", change.action());
        row.addProperty("ActionResult", change.succeeded().orElseThrow() ? "Success" : "Error");
        row.addProperty("DeliveryLocation", change.location());
        return row;
    }
}
