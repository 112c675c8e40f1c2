package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.BETA;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Submissions;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Submissions over Graph's beta version.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/security-threatsubmission">threatSubmission</a>
 */
public record GraphSubmissions(GraphClient graph) implements Submissions {
    private static final String TYPE = "@odata.type";
    private static final String ROOT = BETA + "/security/threatSubmission/";

    @Override
    public Submission submit(Mail mail, Category category) {
        JsonObject body = switch (mail) {
            case Mail.InMailbox(String recipient, URI message) -> {
                JsonObject inMailbox = of("emailUrlThreatSubmission", category);
                inMailbox.addProperty("recipientEmailAddress", recipient);
                inMailbox.addProperty("messageUrl", message.toString());
                yield inMailbox;
            }
            case Mail.Content(String recipient, var mime) -> {
                JsonObject content = of("emailContentThreatSubmission", category);
                content.addProperty("recipientEmailAddress", recipient);
                content.addProperty("fileContent", Base64.getEncoder().encodeToString(mime.toArray()));
                yield content;
            }
        };
        return submit(Kind.MAIL, "Show Microsoft a mail to " + mail.recipient(), body);
    }

    @Override
    public Submission submitUrl(String url, Category category) {
        requireAddress(url);
        JsonObject body = of("urlThreatSubmission", category);
        body.addProperty("webUrl", url);
        return submit(Kind.URL, "Show Microsoft the address of a page", body);
    }

    @Override
    public Reading<Optional<Submission>> find(Kind kind, String id) {
        Sent<Optional<Taken>> sent = graph.find(
                Need.SUBMIT_THREATS,
                "Read what became of a submission",
                ROOT + collection(kind) + "/" + segment(id),
                GraphSubmissions::taken);
        return sent.reading().map(found -> found.map(each -> submission(kind, each, sent.answer())));
    }

    private Submission submit(Kind kind, String attempted, JsonObject body) {
        Call call = graph.call(
                Need.SUBMIT_THREATS, attempted, "POST", ROOT + collection(kind), body.toString(), Repeat.NEVER);
        Sent<Taken> sent = graph.send(
                Need.SUBMIT_THREATS, call, Expectation.success(response -> taken(StrictJson.object(response.body()))));
        return submission(kind, sent.value(), sent.answer());
    }

    private static JsonObject of(String type, Category category) {
        JsonObject body = new JsonObject();
        body.addProperty(TYPE, "#microsoft.graph." + type);
        body.addProperty("category", word(category));
        return body;
    }

    private static String word(Category category) {
        return switch (category) {
            case PHISHING -> "phishing";
            case MALWARE -> "malware";
            case SPAM -> "spam";
            case NOT_JUNK -> "notJunk";
        };
    }

    private static String collection(Kind kind) {
        return switch (kind) {
            case MAIL -> "emailThreats";
            case URL -> "urlThreats";
        };
    }

    private static void requireAddress(String url) {
        try {
            if (new URI(url).getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not the address of a page: " + url, e);
        }
        throw new IllegalArgumentException("Not the address of a page: " + url);
    }

    private record Taken(String id, String status, String verdict, Optional<Instant> createdAt) {}

    private static Taken taken(JsonItem row) {
        String id = row.text("id");
        if (id.isBlank()) {
            throw new UnreadableJson("The submission has no id");
        }
        Optional<JsonItem> result = row.findItem("result");
        return new Taken(
                id,
                row.textOrEmpty("status"),
                result.flatMap(each -> each.find("detail"))
                        .or(() -> result.flatMap(each -> each.find("category")))
                        .orElse(""),
                row.findInstant("createdDateTime"));
    }

    private static Submission submission(Kind kind, Taken taken, Answer answer) {
        return new Submission(
                kind,
                taken.id(),
                EnumWords.find(Status.class, taken.status()).orElse(Status.OTHER),
                taken.status(),
                taken.verdict(),
                taken.createdAt(),
                answer);
    }
}
