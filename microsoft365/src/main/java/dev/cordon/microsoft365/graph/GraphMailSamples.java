package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.TooLargeException;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.MailSamples;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages over Graph, in MIME as they are stored.
 *
 * @see <a href="https://learn.microsoft.com/graph/outlook-get-mime-message">Get MIME content of a message</a>
 */
public record GraphMailSamples(GraphClient graph) implements MailSamples {
    /** All folders that a person sees, then what was deleted from the deleted items, and what was purged under a hold. */
    private static final List<String> PLACES = List.of(
            "/messages",
            "/mailFolders/recoverableitemsdeletions/messages",
            "/mailFolders/recoverableitemspurges/messages");

    @Override
    public Sample fetch(String mailbox, String internetMessageId) {
        List<Answer> looked = new ArrayList<>();
        Optional<TenantException> failed = Optional.empty();
        for (String place : PLACES) {
            try {
                Reading<List<String>> found = find(mailbox, place, internetMessageId);
                looked.addAll(found.answers());
                for (String id : found.value()) {
                    Optional<Answer> mime = mime(mailbox, id);
                    if (mime.isPresent()) {
                        return new Sample.Found(mime.get());
                    }
                }
                if (!found.isComplete()) {
                    failed = failed.or(() -> Optional.of(unreadable(mailbox)));
                }
            } catch (TenantException e) {
                if (e.getCause() instanceof TooLargeException) {
                    return new Sample.TooLarge();
                }
                if (isRefused(e)) {
                    throw e;
                }
                // A mailbox without such a folder holds nothing there; where it has no folder at all, there is none.
                boolean isNoFolder = e.failure().reason() == Reason.NOT_FOUND && !looked.isEmpty();
                failed = isNoFolder ? failed : failed.or(() -> Optional.of(e));
            }
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
        return new Sample.NotFound(looked);
    }

    private static boolean isRefused(TenantException e) {
        return switch (e.failure().reason()) {
            case MISSING_PERMISSION, MISSING_ROLE, NOT_SIGNED_IN, OWN_SESSION_ENDED, INTERRUPTED -> true;
            default -> false;
        };
    }

    private Reading<List<String>> find(String mailbox, String place, String internetMessageId) {
        return new Listing<>(
                        graph,
                        Need.READ_MAIL,
                        Bucket.mailbox(mailbox),
                        attempted(mailbox),
                        message -> message.text("id"))
                .read(V1 + "/users/" + segment(mailbox) + place + "?$filter="
                        + option("internetMessageId eq " + quoted(internetMessageId)) + "&$select=id");
    }

    /** The message's bytes; empty where it went between the two answers. */
    private Optional<Answer> mime(String mailbox, String id) {
        Call call = Call.get(
                        attempted(mailbox),
                        Audience.GRAPH,
                        graph.address(V1 + "/users/" + segment(mailbox) + "/messages/" + segment(id) + "/$value"),
                        Bucket.mailbox(mailbox))
                .noLargerThan(LARGEST);
        var sent = graph.send(
                Need.READ_MAIL,
                call,
                new Expectation<>(
                        response -> response.isSuccess() || GraphClient.isMissing(response),
                        GraphMailSamples::isMessage));
        return Optional.of(sent.answer()).filter(_ -> sent.value());
    }

    private static boolean isMessage(Response response) {
        if (response.isSuccess() && response.body().length == 0) {
            throw new UnreadableJson("The message has no bytes");
        }
        return response.isSuccess();
    }

    private static TenantException unreadable(String mailbox) {
        return new TenantException(new Failure(
                Reason.UNREADABLE_ANSWER,
                attempted(mailbox),
                0,
                "",
                "",
                "",
                "The list of messages was not read to its end.",
                "Collect again."));
    }

    private static String attempted(String mailbox) {
        return "Read a message of " + mailbox;
    }
}
