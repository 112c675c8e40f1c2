package dev.cordon.microsoft365;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.InMemorySubmissions;
import dev.cordon.tenant.Submissions;
import dev.cordon.tenant.Submissions.Category;
import dev.cordon.tenant.Submissions.Kind;
import dev.cordon.tenant.Submissions.Mail;
import dev.cordon.tenant.Submissions.Submission;
import dev.cordon.tenant.SubmissionsContract;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;

/** The client against submissions in memory, spoken to as Graph's beta version is. */
class SubmissionsOverGraphTest extends SubmissionsContract {
    private static final String ROOT = "/beta/security/threatSubmission/";

    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected Submissions on(InMemorySubmissions world) {
        return connected.answeredBy(request -> reply(world, request)).submissions();
    }

    private static Reply reply(InMemorySubmissions world, Asked request) {
        if (!request.path().startsWith(ROOT)) {
            return Reply.status(501);
        }
        if (request.method().equals("GET")) {
            String[] parts = request.path().substring(ROOT.length()).split("/", -1);
            Kind kind = parts[0].equals("urlThreats") ? Kind.URL : Kind.MAIL;
            return world.find(kind, parts[1])
                    .value()
                    .map(found -> Reply.json(json(found)))
                    .orElseGet(() -> Reply.error(404, "NotFound", "It is not there."));
        }
        try {
            return Reply.json(json(submitted(world, request))).with(201);
        } catch (TenantException e) {
            return Reply.error(429, "TooManyRequests", "Too many requests.").with("Retry-After", "1");
        }
    }

    private static Submission submitted(InMemorySubmissions world, Asked request) {
        JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
        if (!body.get("category").getAsString().equals("phishing")) {
            throw new AssertionError("Not the category: " + body);
        }
        String type = body.get("@odata.type").getAsString();
        return switch (request.path().substring(ROOT.length()) + " " + type) {
            case "urlThreats #microsoft.graph.urlThreatSubmission" ->
                world.submitUrl(body.get("webUrl").getAsString(), Category.PHISHING);
            case "emailThreats #microsoft.graph.emailUrlThreatSubmission" ->
                world.submit(
                        new Mail.InMailbox(
                                body.get("recipientEmailAddress").getAsString(),
                                URI.create(body.get("messageUrl").getAsString())),
                        Category.PHISHING);
            case "emailThreats #microsoft.graph.emailContentThreatSubmission" ->
                world.submit(
                        new Mail.Content(
                                body.get("recipientEmailAddress").getAsString(),
                                Bytes.copyOf(Base64.getDecoder()
                                        .decode(body.get("fileContent").getAsString()))),
                        Category.PHISHING);
            default -> throw new AssertionError("Not a submission: " + body);
        };
    }

    private static String json(Submission submission) {
        return "{\"@odata.type\":\"#microsoft.graph.security.urlThreatSubmission\",\"id\":\"" + submission.id()
                + "\",\"status\":\"" + submission.status().name().toLowerCase(Locale.ROOT)
                + "\",\"source\":\"administrator\",\"createdDateTime\":\"2026-03-02T08:00:00Z\",\"result\":{\"detail\":\""
                + submission.verdict() + "\"}}";
    }
}
