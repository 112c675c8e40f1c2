package dev.cordon.simulator.submissions;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.MailMoves;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code threatSubmission/urlThreats} and {@code emailThreats}, in beta alone (E13): one about the same thing in fifteen
 * minutes and three in a day; the analysis takes ten minutes. Bodies of files are not kept. What the analysis says is from
 * memory.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/security-threatsubmission">threatSubmission</a>
 */
public final class SubmissionRoutes implements GraphArea {

    private static final Duration AGAIN = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration ANALYSIS = Duration.ofMinutes(10);
    private static final Set<String> CATEGORIES = Set.of("notJunk", "spam", "phishing", "malware");
    private static final Permit WRITE = Permit.anyOf("ThreatSubmission.ReadWrite.All")
            .roles("Security Administrator", "Security Operator", "Exchange Administrator");
    private static final Permit READ = Permit.anyOf("ThreatSubmission.ReadWrite.All", "ThreatSubmission.Read.All")
            .roles(
                    "Security Administrator",
                    "Security Operator",
                    "Security Reader",
                    "Global Reader",
                    "Exchange Administrator");
    private static final Pattern MESSAGE =
            Pattern.compile(".*/users/([^/]+)/(?:mailFolders/[^/]+/)?messages/([^/?]+).*");

    @Override
    public String name() {
        return "threat submission";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of("urlThreats", "emailThreats").stream()
                .flatMap(collection -> routes(collection).stream())
                .toList();
    }

    private static List<GraphRoute> routes(String collection) {
        var path = "/security/threatSubmission/" + collection;
        var kind = collection.replace("Threats", "");
        return List.of(
                GraphRoute.post(path, WRITE, "E13", call -> submit(call, kind))
                        .beta()
                        .bucket("threat-submission"),
                GraphRoute.get(path, READ, "E13", call -> list(call, kind))
                        .beta()
                        .bucket("threat-submission"),
                GraphRoute.get(path + "/{submission}", READ, "E13", call -> one(call, kind))
                        .beta()
                        .bucket("threat-submission"));
    }

    private static WireResponse submit(GraphCall call, String kind) {
        var body = call.body();
        var category = Json.text(body, "category").orElse("");
        if (!CATEGORIES.contains(category)) {
            throw refused("The category is missing or unknown.");
        }
        var made = kind.equals("url") ? url(call, body, category) : email(call, body, category);
        call.state().atomically(() -> {
            checkRepetition(call, made);
            call.state().table(Submission.TABLE).put(made.id(), made);
            call.state()
                    .record(
                            call.cause(),
                            Activity.SUBMIT_THREAT,
                            "ThreatSubmission",
                            made.id(),
                            "",
                            new JsonObject(),
                            Json.object("kind", kind, "resource", made.resource(), "category", category));
        });
        return call.answer(201, context(kind) + "/$entity", shape(call, made));
    }

    private static String context(String kind) {
        return "security/threatSubmission/" + kind + "Threats";
    }

    private static GraphRefusal refused(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }

    private static void checkRepetition(GraphCall call, Submission made) {
        var same = call.state().table(Submission.TABLE).all().stream()
                .filter(earlier -> earlier.kind().equals(made.kind())
                        && earlier.resource().equals(made.resource())
                        && earlier.at().isAfter(made.at().minus(DAY)))
                .toList();
        var soon =
                same.stream().anyMatch(earlier -> earlier.at().isAfter(made.at().minus(AGAIN)));
        if (soon || same.size() >= 3) {
            throw new GraphRefusal(429, "TooManyRequests", "The same resource has been submitted too often.");
        }
    }

    private static Submission url(GraphCall call, JsonObject body, String category) {
        checkType(
                body, Set.of("#microsoft.graph.urlThreatSubmission", "#microsoft.graph.security.urlThreatSubmission"));
        var url = Json.text(body, "webUrl")
                .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
                .orElseThrow(() -> refused("The webUrl is missing or not valid."));
        var bad = call.state().scenario().campaigns().stream()
                .anyMatch(campaign -> campaign.urls().contains(url));
        return submission(call, "url", url, category, "", bad ? "urlFileShouldBeBlocked" : "urlFileCannotMakeDecision");
    }

    private static void checkType(JsonObject body, Set<String> known) {
        var type = Json.text(body, "@odata.type").orElse("");
        if (!known.contains(type)) {
            throw refused("The type '" + type + "' is not supported.");
        }
    }

    private static Submission email(GraphCall call, JsonObject body, String category) {
        checkType(
                body,
                Set.of(
                        "#microsoft.graph.emailUrlThreatSubmission",
                        "#microsoft.graph.security.emailUrlThreatSubmission",
                        "#microsoft.graph.emailContentThreatSubmission",
                        "#microsoft.graph.security.emailContentThreatSubmission"));
        var recipient = Json.text(body, "recipientEmailAddress")
                .filter(text -> text.contains("@"))
                .orElseThrow(() -> refused("The recipientEmailAddress is missing."));
        var address = Json.text(body, "messageUrl").or(() -> Json.text(body, "messageUri"));
        if (address.isPresent()) {
            return submission(call, "email", address.get(), category, recipient, verdict(call, address.get()));
        }
        var content =
                Json.text(body, "fileContent").orElseThrow(() -> refused("A messageUrl or fileContent is needed."));
        return submission(call, "email", digest(content), category, recipient, ofContent(call, content));
    }

    private static String digest(String content) {
        return content.length() + ":" + Integer.toHexString(content.hashCode());
    }

    private static String verdict(GraphCall call, String messageUrl) {
        var named = MESSAGE.matcher(messageUrl);
        if (!named.matches()) {
            throw refused("The messageUrl is not valid.");
        }
        var message = call.findUser(named.group(1))
                .flatMap(user -> new Mailboxes(call.state()).find(user.id()))
                .flatMap(mailbox -> new MailMoves(call.state()).find(mailbox, named.group(2)));
        return message.map(found -> call.state().scenario().campaigns().stream()
                                .anyMatch(campaign -> campaign.subject().equals(found.subject()))
                        ? "urlFileShouldBeBlocked"
                        : "urlFileCannotMakeDecision")
                .orElse("messageNotFound");
    }

    private static String ofContent(GraphCall call, String base64) {
        try {
            var text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
            return call.state().scenario().campaigns().stream().anyMatch(campaign -> text.contains(campaign.sender()))
                    ? "urlFileShouldBeBlocked"
                    : "urlFileCannotMakeDecision";
        } catch (IllegalArgumentException malformed) {
            throw refused("The fileContent is not valid.");
        }
    }

    private static Submission submission(
            GraphCall call, String kind, String resource, String category, String recipient, String verdict) {
        var actor = call.token().actor();
        return new Submission(
                call.state()
                        .chance()
                        .guid("submission", resource, call.state().events().size()),
                kind,
                resource,
                category,
                recipient,
                Objects.requireNonNullElse(actor.userId(), ""),
                Objects.requireNonNullElse(actor.userPrincipalName(), ""),
                call.now(),
                verdict);
    }

    private static List<Submission> all(GraphCall call, String kind) {
        return call.state().table(Submission.TABLE).all().stream()
                .filter(submission -> submission.kind().equals(kind))
                .toList();
    }

    private static WireResponse list(GraphCall call, String kind) {
        return Pages.plain(context(kind), 100, 1000)
                .answer(
                        call,
                        all(call, kind).stream()
                                .map(submission -> shape(call, submission))
                                .toList());
    }

    private static WireResponse one(GraphCall call, String kind) {
        return all(call, kind).stream()
                .filter(submission ->
                        submission.id().equals(call.variable("submission").toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(submission -> call.one(context(kind) + "/$entity", shape(call, submission)))
                .orElseThrow(() -> new GraphRefusal(404, "NotFound", "The submission was not found."));
    }

    private static JsonObject shape(GraphCall call, Submission submission) {
        var done = !submission.at().plus(ANALYSIS).isAfter(call.now());
        var shape = Json.object(
                "@odata.type", "#microsoft.graph.security." + submission.kind() + "ThreatSubmission",
                "id", submission.id(),
                "tenantId", call.tenant().tenantId(),
                "createdDateTime", submission.at(),
                "contentType", submission.kind(),
                "category", submission.category(),
                "source", "administrator",
                "clientSource", "microsoft",
                "status", done ? "succeeded" : "running",
                "createdBy",
                        Json.object(
                                "user",
                                Json.object(
                                        "identityId", submission.createdById(),
                                        "displayName", submission.createdBy(),
                                        "email", submission.createdBy())),
                "adminReview", null,
                "result",
                        Json.object(
                                "category",
                                done ? submission.category() : null,
                                "detail",
                                done ? submission.verdict() : "underInvestigation",
                                "detectedUrls",
                                List.of(),
                                "detectedFiles",
                                List.of(),
                                "userMailboxSetting",
                                null));
        if (submission.kind().equals("url")) {
            shape.addProperty("webUrl", submission.resource());
        } else {
            shape.addProperty("recipientEmailAddress", submission.recipient());
        }
        return shape;
    }
}
