package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Visible inbox rules over Graph, which spares client-only rules but shows other people's mailboxes only to an application.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/mailfolder-list-messagerules">List rules</a>
 */
public record GraphMessageRules(GraphClient graph) {
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

    /** Idempotent. What is gone already is a receipt that says so. */
    public Receipt disable(String mailbox, String id) {
        Call call = Call.change(
                "Disable the inbox rule " + id + " of " + mailbox,
                Audience.GRAPH,
                "PATCH",
                graph.address(path(mailbox) + "/" + segment(id)),
                "{\"isEnabled\":false}".getBytes(StandardCharsets.UTF_8),
                Repeat.IDEMPOTENT,
                Bucket.mailbox(mailbox));
        Sent<Boolean> sent = graph.send(
                Need.CHANGE_RULES,
                call,
                new Expectation<>(
                        response -> response.isSuccess() || GraphClient.isMissing(response),
                        response -> !response.isSuccess()));
        return sent.receipt(sent.value(), List.of());
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
