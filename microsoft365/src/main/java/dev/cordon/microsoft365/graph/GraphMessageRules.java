package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.SealedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Visible inbox rules over Graph, which spares client-only rules but shows other people's mailboxes only to an application.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/mailfolder-list-messagerules">List rules</a>
 */
public record GraphMessageRules(GraphClient graph) {
    private static final List<String> SETTABLE =
            List.of("displayName", "sequence", "isEnabled", "conditions", "exceptions", "actions");

    /**
     * A rule as Graph shows it.
     *
     * @param id its id
     * @param name its name
     * @param sequence its place
     * @param enabled whether it acts
     */
    public record VisibleRule(String id, String name, int sequence, boolean enabled) {}

    /** Whether we may read rules of other people's mailboxes, as far as our token says. */
    public boolean mayRead() {
        return graph.claims().application() && Need.READ_RULES.isPermitted(graph.claims());
    }

    /** Whether we may change them. */
    public boolean mayChange() {
        return graph.claims().application() && Need.CHANGE_RULES.isPermitted(graph.claims());
    }

    public Reading<List<VisibleRule>> fetchRules(String mailbox) {
        return new Listing<>(
                        graph,
                        Need.READ_RULES,
                        Bucket.mailbox(mailbox),
                        "Read the visible inbox rules of " + mailbox,
                        GraphMessageRules::rule)
                .read(path(mailbox));
    }

    private static VisibleRule rule(JsonItem rule) {
        return new VisibleRule(
                rule.text("id"),
                rule.textOrEmpty("displayName"),
                rule.findInteger("sequence").orElse(-1),
                rule.isTrue("isEnabled"));
    }

    /**
     * A rule as it was kept.
     *
     * @param rule the rule as it is listed
     * @param body what makes it again, in Graph's words
     */
    public record Kept(VisibleRule rule, String body) {}

    /** Whether the answers to this question show rules. */
    public static boolean reads(String request) {
        return request.startsWith("GET ") && request.contains("/mailFolders/inbox/messageRules");
    }

    /** The rules that these answers show. */
    public static List<Kept> read(List<SealedAnswer> answers) {
        return Page.items(answers, GraphMessageRules::reads).stream()
                .map(GraphMessageRules::kept)
                .toList();
    }

    private static Kept kept(JsonItem item) {
        JsonObject body = new JsonObject();
        for (String name : SETTABLE) {
            if (item.has(name)) {
                body.add(name, item.object().get(name));
            }
        }
        return new Kept(rule(item), Fields.text(body));
    }

    /** Makes a rule. Not idempotent: a rule that is made twice is there twice. */
    public Receipt create(String mailbox, String body) {
        Call call = Call.change(
                "Make an inbox rule of " + mailbox + " again",
                Audience.GRAPH,
                "POST",
                graph.address(path(mailbox)),
                body.getBytes(StandardCharsets.UTF_8),
                Repeat.ONCE,
                Bucket.mailbox(mailbox));
        return graph.send(Need.CHANGE_RULES, call, Expectation.success(response -> true))
                .receipt(false, List.of());
    }

    /** Idempotent. What is gone already is a receipt that says so. */
    public Receipt disable(String mailbox, String id) {
        Sent<Boolean> sent = graph.send(
                Need.CHANGE_RULES,
                switching("Disable the inbox rule " + id + " of " + mailbox, mailbox, id, false),
                new Expectation<>(
                        response -> response.isSuccess() || GraphClient.isMissing(response),
                        response -> !response.isSuccess()));
        return sent.receipt(sent.value(), List.of());
    }

    /** Idempotent. What is gone cannot be enabled. */
    public Receipt enable(String mailbox, String id) {
        Call call = switching("Enable the inbox rule " + id + " of " + mailbox + " again", mailbox, id, true);
        return graph.send(Need.CHANGE_RULES, call, Expectation.success(response -> true))
                .receipt(false, List.of());
    }

    private Call switching(String what, String mailbox, String id, boolean enabled) {
        return Call.change(
                what,
                Audience.GRAPH,
                "PATCH",
                graph.address(path(mailbox) + "/" + segment(id)),
                ("{\"isEnabled\":" + enabled + "}").getBytes(StandardCharsets.UTF_8),
                Repeat.IDEMPOTENT,
                Bucket.mailbox(mailbox));
    }

    /** Idempotent. What is gone already is a receipt that says so. */
    public Receipt delete(String mailbox, String id) {
        return graph.delete(
                Need.CHANGE_RULES,
                Bucket.mailbox(mailbox),
                "Delete the inbox rule " + id + " of " + mailbox,
                path(mailbox) + "/" + segment(id));
    }

    private static String path(String mailbox) {
        return V1 + "/users/" + segment(mailbox) + "/mailFolders/inbox/messageRules";
    }
}
