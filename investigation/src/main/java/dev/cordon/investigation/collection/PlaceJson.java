package dev.cordon.investigation.collection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.incident.Word;
import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.PageProgress;
import dev.cordon.tenant.RiskQuestion;
import dev.cordon.tenant.SignInQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places as JSON. What is not one is refused with an exception of whatever kind, which {@link ProgressText} tells. */
final class PlaceJson {
    private static final String EVERYBODY = "everybody";

    private PlaceJson() {}

    static JsonObject write(Place place) {
        return switch (place) {
            case Place.AuditQueries(var position) -> {
                JsonObject object = of("audit-log-queries");
                object.add("question", write(position.question()));
                object.add("progress", write(position.progress()));
                yield object;
            }
            case Place.AuditSearch(var position) -> {
                JsonObject object = of("audit-log-search");
                object.add("question", write(position.question()));
                JsonArray left = new JsonArray();
                position.left().forEach(window -> left.add(window(window.from(), window.until())));
                object.add("left", left);
                object.add("missing", ProgressText.texts(position.missing()));
                yield object;
            }
            case Place.SignIns(var position) -> {
                JsonObject object = of("sign-ins");
                SignInQuestion asked = position.question();
                object.addProperty("event", Word.of(asked.event()));
                object.add("whose", write(asked.whose()));
                object.add("window", window(asked.from(), asked.until()));
                object.add("pages", write(position.progress()));
                yield object;
            }
            case Place.DirectoryAudits(var position) -> {
                JsonObject object = of("directory-audits");
                DirectoryAuditQuestion asked = position.question();
                switch (asked.whose()) {
                    case DirectoryAuditQuestion.Whose.Everybody _ -> object.addProperty("role", EVERYBODY);
                    case DirectoryAuditQuestion.Whose.User(var role, String objectId) -> {
                        object.addProperty("role", Word.of(role));
                        object.addProperty("object", objectId);
                    }
                }
                object.add("window", window(asked.from(), asked.until()));
                object.add("pages", write(position.progress()));
                yield object;
            }
            case Place.Trace(var position) -> {
                JsonObject object = of("message-trace");
                MessageTrace.Question asked = position.question();
                object.add("mails", write(asked.mails()));
                object.add("window", window(asked.from(), asked.until()));
                object.addProperty("until", position.until().toString());
                position.cursor().ifPresent(cursor -> {
                    object.addProperty("received", cursor.received().toString());
                    object.addProperty("recipient", cursor.recipient());
                });
                yield object;
            }
            case Place.RiskDetections(var position) -> {
                JsonObject object = of("risk-detections");
                position.question().userId().ifPresent(user -> object.addProperty("user", user));
                object.add("pages", write(position.progress()));
                yield object;
            }
            case Place.Alerts(var position) -> {
                JsonObject object = of("alerts");
                object.add("about", ProgressText.texts(position.question().about()));
                object.addProperty("from", position.question().from().toString());
                object.add("pages", write(position.progress()));
                yield object;
            }
        };
    }

    static Place read(JsonObject object) {
        return switch (text(object, "log")) {
            case "audit-log-queries" ->
                new Place.AuditQueries(new AuditLogQueries.Position(
                        auditQuestion(object(object, "question")), auditProgress(object(object, "progress"))));
            case "audit-log-search" -> auditSearch(object);
            case "sign-ins" ->
                new Place.SignIns(new PagePosition<>(
                        new SignInQuestion(
                                word(object, "event", SignInQuestion.Event.class),
                                whose(object(object, "whose")),
                                from(object),
                                until(object)),
                        pages(object)));
            case "directory-audits" ->
                new Place.DirectoryAudits(new PagePosition<>(
                        new DirectoryAuditQuestion(auditedOf(object), from(object), until(object)), pages(object)));
            case "message-trace" ->
                new Place.Trace(new MessageTrace.Position(
                        new MessageTrace.Question(mails(object(object, "mails")), from(object), until(object)),
                        time(object, "until"),
                        object.has("received")
                                ? Optional.of(
                                        new MessageTrace.Cursor(time(object, "received"), text(object, "recipient")))
                                : Optional.empty()));
            case "risk-detections" ->
                new Place.RiskDetections(new PagePosition<>(
                        new RiskQuestion(object.has("user") ? Optional.of(text(object, "user")) : Optional.empty()),
                        pages(object)));
            case "alerts" ->
                new Place.Alerts(new PagePosition<>(
                        new AlertQuestion(texts(object, "about"), time(object, "from")), pages(object)));
            default -> throw new JsonParseException("no log of that name");
        };
    }

    private static Place auditSearch(JsonObject object) {
        List<AuditLogSearch.Window> left = new ArrayList<>();
        member(object, "left").getAsJsonArray().forEach(element -> {
            JsonObject window = element.getAsJsonObject();
            left.add(new AuditLogSearch.Window(time(window, "from"), time(window, "until")));
        });
        return new Place.AuditSearch(
                new AuditLogSearch.Position(auditQuestion(object(object, "question")), left, texts(object, "missing")));
    }

    private static JsonObject of(String log) {
        JsonObject object = new JsonObject();
        object.addProperty("log", log);
        return object;
    }

    private static JsonObject window(Instant from, Instant until) {
        JsonObject object = new JsonObject();
        object.addProperty("from", from.toString());
        object.addProperty("until", until.toString());
        return object;
    }

    private static Instant from(JsonObject place) {
        return time(object(place, "window"), "from");
    }

    private static Instant until(JsonObject place) {
        return time(object(place, "window"), "until");
    }

    private static JsonObject write(AuditQuestion question) {
        JsonObject object = window(question.from(), question.until());
        object.add("users", ProgressText.texts(question.users()));
        object.add("operations", ProgressText.texts(question.operations()));
        object.add("addresses", ProgressText.texts(question.addresses()));
        return object;
    }

    private static AuditQuestion auditQuestion(JsonObject object) {
        return new AuditQuestion(
                time(object, "from"),
                time(object, "until"),
                texts(object, "users"),
                texts(object, "operations"),
                texts(object, "addresses"));
    }

    private static JsonObject write(AuditLogQueries.Progress progress) {
        JsonObject object = new JsonObject();
        switch (progress) {
            case AuditLogQueries.Progress.NotAsked(int failures) -> {
                object.addProperty("state", "not-asked");
                object.addProperty("failures", failures);
            }
            case AuditLogQueries.Progress.Asked(var query, int failures) -> {
                object.addProperty("state", "asked");
                query(object, query);
                object.addProperty("failures", failures);
            }
            case AuditLogQueries.Progress.Succeeded(var query, var pages) -> {
                object.addProperty("state", "succeeded");
                query(object, query);
                object.add("pages", write(pages));
            }
        }
        return object;
    }

    private static void query(JsonObject object, AuditLogQueries.Query query) {
        object.addProperty("query", query.id());
        object.addProperty("beta", query.beta());
    }

    private static AuditLogQueries.Progress auditProgress(JsonObject object) {
        return switch (text(object, "state")) {
            case "not-asked" ->
                new AuditLogQueries.Progress.NotAsked(member(object, "failures").getAsInt());
            case "asked" ->
                new AuditLogQueries.Progress.Asked(
                        query(object), member(object, "failures").getAsInt());
            case "succeeded" -> new AuditLogQueries.Progress.Succeeded(query(object), pages(object));
            default -> throw new JsonParseException("no state of that name");
        };
    }

    private static AuditLogQueries.Query query(JsonObject object) {
        return new AuditLogQueries.Query(
                text(object, "query"), member(object, "beta").getAsBoolean());
    }

    private static JsonObject write(SignInQuestion.Whose whose) {
        return switch (whose) {
            case SignInQuestion.Whose.Everybody everybody -> one(EVERYBODY, "");
            case SignInQuestion.Whose.User(String objectId) -> one("user", objectId);
            case SignInQuestion.Whose.Application(String appId) -> one("application", appId);
            case SignInQuestion.Whose.Address(String ipAddress) -> one("address", ipAddress);
        };
    }

    private static SignInQuestion.Whose whose(JsonObject object) {
        String value = text(object, "value");
        return switch (text(object, "kind")) {
            case EVERYBODY -> new SignInQuestion.Whose.Everybody();
            case "user" -> new SignInQuestion.Whose.User(value);
            case "application" -> new SignInQuestion.Whose.Application(value);
            case "address" -> new SignInQuestion.Whose.Address(value);
            default -> throw new JsonParseException("nobody of that kind signs in");
        };
    }

    private static DirectoryAuditQuestion.Whose auditedOf(JsonObject place) {
        return text(place, "role").equals(EVERYBODY)
                ? new DirectoryAuditQuestion.Whose.Everybody()
                : new DirectoryAuditQuestion.Whose.User(
                        word(place, "role", DirectoryAuditQuestion.Role.class), text(place, "object"));
    }

    private static JsonObject write(MessageTrace.Mails mails) {
        return switch (mails) {
            case MessageTrace.Mails.All all -> one("all", "");
            case MessageTrace.Mails.SentBy(String address) -> one("sent-by", address);
            case MessageTrace.Mails.ReceivedBy(String address) -> one("received-by", address);
        };
    }

    private static MessageTrace.Mails mails(JsonObject object) {
        String address = text(object, "value");
        return switch (text(object, "kind")) {
            case "all" -> new MessageTrace.Mails.All();
            case "sent-by" -> new MessageTrace.Mails.SentBy(address);
            case "received-by" -> new MessageTrace.Mails.ReceivedBy(address);
            default -> throw new JsonParseException("no mails of that kind");
        };
    }

    private static JsonObject one(String kind, String value) {
        JsonObject object = new JsonObject();
        object.addProperty("kind", kind);
        object.addProperty("value", value);
        return object;
    }

    private static JsonObject write(PageProgress progress) {
        JsonObject object = new JsonObject();
        switch (progress) {
            case PageProgress.Beginning beginning -> object.addProperty("at", "beginning");
            case PageProgress.Link(String nextLink) -> {
                object.addProperty("at", "link");
                object.addProperty("link", nextLink);
            }
            case PageProgress.End end -> object.addProperty("at", "end");
        }
        return object;
    }

    private static PageProgress pages(JsonObject place) {
        JsonObject object = object(place, "pages");
        return switch (text(object, "at")) {
            case "beginning" -> PageProgress.beginning();
            case "link" -> new PageProgress.Link(text(object, "link"));
            case "end" -> new PageProgress.End();
            default -> throw new JsonParseException("no page of that name");
        };
    }

    static JsonElement member(JsonObject object, String name) {
        JsonElement element = object.get(name);
        if (element == null) {
            throw new JsonParseException(name + " is missing");
        }
        return element;
    }

    static JsonObject object(JsonObject object, String name) {
        return member(object, name).getAsJsonObject();
    }

    static String text(JsonObject object, String name) {
        return member(object, name).getAsString();
    }

    static Instant time(JsonObject object, String name) {
        return Instant.parse(text(object, name));
    }

    static <E extends Enum<E>> E word(JsonObject object, String name, Class<E> type) {
        return Word.find(type, text(object, name)).orElseThrow(() -> new JsonParseException(name + " is no such word"));
    }

    private static List<String> texts(JsonObject object, String name) {
        List<String> texts = new ArrayList<>();
        member(object, name).getAsJsonArray().forEach(element -> texts.add(element.getAsString()));
        return texts;
    }
}
