package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.MailCopies;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Copies of a message over Graph.
 *
 * @see <a href="https://learn.microsoft.com/graph/outlook-immutable-id">Immutable identifiers</a>
 */
public record GraphMailCopies(GraphClient graph) implements MailCopies {
    static final String PREFER = "Prefer";
    static final String IMMUTABLE = "IdType=\"ImmutableId\"";
    private static final String DELETED = "recoverableitemsdeletions";

    @Override
    public Reading<List<Copy>> find(String mailbox, String internetMessageId) {
        return new CopySearch(graph, mailbox, internetMessageId).read();
    }

    @Override
    public Receipt softDelete(String mailbox, Copy copy) {
        requireReachable(copy);
        Sent<Boolean> sent = send(
                mailbox,
                "Move a message of " + mailbox + " to Recoverable Items",
                "/messages/" + segment(copy.id()) + "/move",
                destination(DELETED),
                true);
        return sent.receipt(!sent.value(), List.of());
    }

    @Override
    public Receipt hardDelete(String mailbox, Copy copy) {
        Sent<Boolean> sent = send(
                mailbox,
                "Delete a message of " + mailbox + " for good",
                "/messages/" + segment(copy.id()) + "/permanentDelete",
                "",
                true);
        return sent.receipt(!sent.value(), List.of());
    }

    @Override
    public Receipt moveBack(String mailbox, Copy copy) {
        requireReachable(copy);
        return send(
                        mailbox,
                        "Move a message of " + mailbox + " back to its folder",
                        "/messages/" + segment(copy.id()) + "/move",
                        destination(copy.folderId()),
                        false)
                .receipt(false, List.of());
    }

    private static void requireReachable(Copy copy) {
        if (!copy.place().isReachable()) {
            throw new IllegalArgumentException(
                    "The copy was found in Recoverable Items and is moved neither there nor back");
        }
    }

    private static String destination(String folder) {
        JsonObject body = new JsonObject();
        body.addProperty("destinationId", folder);
        return body.toString();
    }

    /** Whether it was there. The same copy moved twice lies where it was moved to once. */
    private Sent<Boolean> send(String mailbox, String attempted, String path, String body, boolean isGoneFine) {
        Call call = Call.change(
                        attempted,
                        Audience.GRAPH,
                        "POST",
                        graph.address(V1 + "/users/" + segment(mailbox) + path),
                        body.getBytes(StandardCharsets.UTF_8),
                        Repeat.IDEMPOTENT,
                        Bucket.mailbox(mailbox))
                .withHeader(PREFER, IMMUTABLE);
        Call shown = body.isEmpty() ? call : call.shownAs(call.shown() + " " + body);
        return graph.send(
                Need.CHANGE_MAIL,
                shown,
                new Expectation<>(
                        response -> response.isSuccess() || (isGoneFine && GraphClient.isMissing(response)),
                        response -> response.isSuccess()));
    }
}
