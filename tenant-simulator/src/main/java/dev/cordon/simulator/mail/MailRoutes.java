package dev.cordon.simulator.mail;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.AutoReplyWords;
import dev.cordon.simulator.mailbox.Correspondence;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.MailMoves;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.mailbox.PastMail;
import dev.cordon.simulator.mailbox.RecoverableItems;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.wire.WireResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Rules, settings, folders and messages (C1-C8, F1, U1, U2, U11). The id of a message changes when it is moved, unless the
 * caller prefers immutable ids, which it has to do in every request: then the first one stays.
 *
 * @see <a href="https://learn.microsoft.com/graph/outlook-immutable-id">immutable identifiers</a>
 */
public final class MailRoutes implements GraphArea {

    private static final Permit SETTINGS_READ = Permit.anyOf("MailboxSettings.Read", "MailboxSettings.ReadWrite");
    private static final Permit SETTINGS_WRITE = Permit.anyOf("MailboxSettings.ReadWrite");
    private static final Permit MAIL_READ =
            Permit.anyOf("Mail.Read", "Mail.ReadWrite", "Mail.ReadBasic", "Mail.ReadBasic.All");
    private static final Permit WHOLE_READ = Permit.anyOf("Mail.Read", "Mail.ReadWrite");
    private static final List<String> WITH_TEXT = List.of("body", "bodyPreview");
    private static final Permit MAIL_WRITE = Permit.anyOf("Mail.ReadWrite");
    private static final Permit MAIL_SEND = Permit.anyOf("Mail.Send");
    private static final String RULES = "/users/{user}/mailFolders/{folder}/messageRules";

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                        GraphRoute.get(RULES, SETTINGS_READ, "C1", MailRoutes::rules)
                                .evidence(Evidence.IN_THE_FIELD),
                        GraphRoute.get(RULES + "/{rule}", SETTINGS_READ, "C1", MailRoutes::rule),
                        GraphRoute.post(RULES, SETTINGS_WRITE, "U1", MailRoutes::createRule),
                        GraphRoute.patch(RULES + "/{rule}", SETTINGS_WRITE, "C2, U2", MailRoutes::changeRule),
                        GraphRoute.delete(RULES + "/{rule}", SETTINGS_WRITE, "C3", MailRoutes::deleteRule),
                        GraphRoute.get("/users/{user}/mailboxSettings", SETTINGS_READ, "C4", MailRoutes::settings),
                        GraphRoute.patch(
                                "/users/{user}/mailboxSettings", SETTINGS_WRITE, "U11", MailRoutes::changeSettings),
                        GraphRoute.get("/users/{user}/mailFolders", MAIL_READ, "C5", MailRoutes::folders),
                        GraphRoute.get("/users/{user}/mailFolders/{folder}", MAIL_READ, "C5", MailRoutes::folder),
                        GraphRoute.get(
                                "/users/{user}/mailFolders/{folder}/messages",
                                MAIL_READ,
                                "C5",
                                MailRoutes::folderMessages),
                        GraphRoute.get("/users/{user}/messages", MAIL_READ, "C5", MailRoutes::messages),
                        GraphRoute.get("/users/{user}/messages/{message}", MAIL_READ, "C6", MailRoutes::message),
                        GraphRoute.get(
                                "/users/{user}/messages/{message}/$value", WHOLE_READ, "C6", MailRoutes::content),
                        GraphRoute.post("/users/{user}/messages/{message}/move", MAIL_WRITE, "C7", MailRoutes::move),
                        GraphRoute.post(
                                "/users/{user}/mailFolders/{folder}/messages/{message}/move",
                                MAIL_WRITE,
                                "C7",
                                MailRoutes::move),
                        GraphRoute.post(
                                "/users/{user}/messages/{message}/permanentDelete",
                                MAIL_WRITE,
                                "C8",
                                MailRoutes::permanentDelete),
                        GraphRoute.post(
                                "/users/{user}/mailFolders/{folder}/messages/{message}/permanentDelete",
                                MAIL_WRITE,
                                "C8",
                                MailRoutes::permanentDelete),
                        GraphRoute.post("/users/{user}/sendMail", MAIL_SEND, "F1", MailRoutes::send))
                .stream()
                .map(route -> route.bucket("outlook").denying(MailErrors::denied))
                .toList();
    }

    /** The mailbox, if the caller may reach it: with somebody's token the own one alone. */
    private static Mailbox mailbox(GraphCall call) {
        var user = call.user();
        if (call.token().isDelegated() && !user.id().equals(call.token().userId())) {
            throw MailErrors.denied();
        }
        return call.state()
                .table(Mailbox.TABLE)
                .find(user.id())
                .filter(mailbox ->
                        mailbox.type() != PlannedMailbox.Type.NONE && mailbox.type() != PlannedMailbox.Type.ON_PREMISES)
                .orElseThrow(MailErrors::noMailbox);
    }

    private static Mailboxes mailboxes(GraphCall call) {
        return new Mailboxes(call.state());
    }

    private static List<InboxRule> visible(GraphCall call, Mailbox mailbox) {
        var folder = call.variable("folder");
        if (!mailboxes(call)
                .findFolder(mailbox.ownerId(), folder)
                .map(found -> found.wellKnown().equals("inbox"))
                .orElse(false)) {
            throw MailErrors.notFound();
        }
        return mailboxes(call).rules(mailbox.ownerId()).stream()
                .filter(rule -> rule.origin() == InboxRule.Origin.VISIBLE)
                .toList();
    }

    private static InboxRule found(GraphCall call, Mailbox mailbox) {
        var id = call.variable("rule");
        call.request().trace().target(mailbox.ownerId() + "/" + id);
        return visible(call, mailbox).stream()
                .filter(rule -> rule.graphId().equals(id))
                .findFirst()
                .orElseThrow(MailErrors::notFound);
    }

    private static String context(GraphCall call) {
        return "users('" + call.variable("user") + "')/mailFolders('" + call.variable("folder") + "')/messageRules";
    }

    private static WireResponse rules(GraphCall call) {
        var mailbox = mailbox(call);
        return Pages.plain(context(call), 100, 1000)
                .answer(
                        call,
                        visible(call, mailbox).stream().map(MailShapes::rule).toList());
    }

    private static WireResponse rule(GraphCall call) {
        return call.one(context(call) + "/$entity", MailShapes.rule(found(call, mailbox(call))));
    }

    private static WireResponse createRule(GraphCall call) {
        var mailbox = mailbox(call);
        visible(call, mailbox);
        var body = call.body();
        RuleBodies.check(body);
        var rule = new InboxRule(
                mailboxes(call).newIdentity(mailbox.ownerId()),
                mailbox.ownerId(),
                Json.text(body, "displayName").orElseThrow(() -> MailErrors.invalid("A rule needs a displayName.")),
                RuleBodies.sequence(body, 1),
                Json.bool(body, "isEnabled").orElse(true),
                InboxRule.Origin.VISIBLE,
                call.now(),
                RuleBodies.part(body, "conditions", new JsonObject()),
                RuleBodies.part(body, "exceptions", new JsonObject()),
                RuleBodies.part(body, "actions", new JsonObject()));
        if (rule.actions().isEmpty()) {
            throw MailErrors.invalid("A rule needs at least one action.");
        }
        call.request().trace().target(mailbox.ownerId() + "/" + rule.graphId());
        mailboxes(call).create(call.cause(), rule);
        return call.answer(201, context(call) + "/$entity", MailShapes.rule(rule));
    }

    private static WireResponse changeRule(GraphCall call) {
        var mailbox = mailbox(call);
        var before = found(call, mailbox);
        var body = call.body();
        RuleBodies.check(body);
        var after = before.withContent(
                Json.text(body, "displayName").orElse(before.name()),
                RuleBodies.sequence(body, before.sequence()),
                RuleBodies.part(body, "conditions", before.conditions()),
                RuleBodies.part(body, "exceptions", before.exceptions()),
                RuleBodies.part(body, "actions", before.actions()));
        var enabled = Json.bool(body, "isEnabled").orElse(before.enabled());
        call.state().atomically(() -> {
            if (!after.equals(before)) {
                mailboxes(call).change(call.cause(), before, after);
            }
            if (enabled != before.enabled()) {
                mailboxes(call).enable(call.cause(), after, enabled);
            }
        });
        return call.one(context(call) + "/$entity", MailShapes.rule(after.withEnabled(enabled)));
    }

    private static WireResponse deleteRule(GraphCall call) {
        var mailbox = mailbox(call);
        mailboxes(call).remove(call.cause(), found(call, mailbox));
        return call.noContent();
    }

    private static WireResponse settings(GraphCall call) {
        var mailbox = mailbox(call);
        return call.one(
                "users('" + call.variable("user") + "')/mailboxSettings", MailShapes.settings(mailbox, zone(call)));
    }

    private static String zone(GraphCall call) {
        return call.state().scenario().organisation().timeZone().getId();
    }

    private static WireResponse changeSettings(GraphCall call) {
        var mailbox = mailbox(call);
        var reply = Json.member(call.body(), "automaticRepliesSetting")
                .orElseThrow(() -> MailErrors.invalid("Only automaticRepliesSetting can be changed here."));
        var changes = new JsonObject();
        copy(reply, "status", changes, "AutoReplyState", AutoReplyWords::state);
        copy(reply, "externalAudience", changes, "AutoReplyExternalAudience", AutoReplyWords::audience);
        copy(reply, "internalReplyMessage", changes, "AutoReplyInternalMessage", UnaryOperator.identity());
        copy(reply, "externalReplyMessage", changes, "AutoReplyExternalMessage", UnaryOperator.identity());
        moment(reply, "scheduledStartDateTime", changes, "AutoReplyStartTime");
        moment(reply, "scheduledEndDateTime", changes, "AutoReplyEndTime");
        mailboxes(call).change(call.cause(), mailbox, changes);
        var changed = call.state().table(Mailbox.TABLE).find(mailbox.ownerId()).orElse(mailbox);
        return call.one(
                "users('" + call.variable("user") + "')/mailboxSettings", MailShapes.settings(changed, zone(call)));
    }

    private static void copy(
            JsonObject from, String name, JsonObject into, String setting, UnaryOperator<String> word) {
        Json.text(from, name).map(word).ifPresent(text -> into.add(setting, new JsonPrimitive(text)));
    }

    /** A dateTimeTimeZone; kept as UTC, which is the only zone served. */
    private static void moment(JsonObject from, String name, JsonObject into, String setting) {
        Json.member(from, name).ifPresent(moment -> {
            if (!Json.text(moment, "timeZone").orElse("UTC").equals("UTC")) {
                throw MailErrors.invalid("The simulated tenant takes the time zone UTC alone.");
            }
            Json.text(moment, "dateTime")
                    .map(text -> text.replaceFirst("\\.0+$", "").replace("Z", "") + "Z")
                    .ifPresent(text -> into.addProperty(setting, text));
        });
    }

    private static WireResponse folders(GraphCall call) {
        var mailbox = mailbox(call);
        var messages = new Correspondence(call.state()).messages(mailbox);
        return Pages.plain("users('" + call.variable("user") + "')/mailFolders", 10, 1000)
                .answer(
                        call,
                        mailboxes(call).folders(mailbox.ownerId()).stream()
                                .filter(MailRoutes::holdsMail)
                                .map(folder -> shape(folder, messages))
                                .toList());
    }

    private static boolean holdsMail(MailFolder folder) {
        return !folder.isCalendar()
                && !List.of("Contacts", "RecoverableItemsRoot").contains(folder.type());
    }

    private static JsonObject shape(MailFolder folder, List<Message> messages) {
        var inside = messages.stream()
                .filter(message -> message.folder().equals(folder.name()))
                .toList();
        var unread = (int) inside.stream().filter(message -> !message.read()).count();
        return MailShapes.folder(folder, inside.size(), unread);
    }

    private static MailFolder found(GraphCall call, Mailbox mailbox, String name) {
        return mailboxes(call)
                .findFolder(mailbox.ownerId(), name)
                .or(() -> new RecoverableItems(call.state()).findFolder(mailbox.ownerId(), name))
                .orElseThrow(MailErrors::notFound);
    }

    private static WireResponse folder(GraphCall call) {
        var mailbox = mailbox(call);
        var folder = found(call, mailbox, call.variable("folder"));
        return call.one(
                "users('" + call.variable("user") + "')/mailFolders/$entity", shape(folder, everything(call, mailbox)));
    }

    private static WireResponse folderMessages(GraphCall call) {
        var mailbox = mailbox(call);
        var folder = found(call, mailbox, call.variable("folder"));
        return list(
                call,
                mailbox,
                everything(call, mailbox).stream()
                        .filter(message -> message.folder().equals(folder.name()))
                        .toList());
    }

    /** What lies in the mailbox and what it keeps of what was purged. */
    private static List<Message> everything(GraphCall call, Mailbox mailbox) {
        return new MailMoves(call.state()).everything(mailbox).toList();
    }

    private static JsonObject shape(GraphCall call, List<MailFolder> folders, Message message) {
        var shape = MailShapes.message(call.state(), message, folderId(folders, message), id(call, message));
        new Campaigns(call.state())
                .ofCopy(MailMoves.immutableId(message.id()))
                .filter(delivery -> !delivery.senderName().isEmpty())
                .ifPresent(delivery -> List.of("from", "sender")
                        .forEach(member -> shape.getAsJsonObject(member)
                                .getAsJsonObject("emailAddress")
                                .addProperty("name", delivery.senderName())));
        return shape;
    }

    private static String id(GraphCall call, Message message) {
        return prefersImmutableIds(call) ? MailMoves.immutableId(message.id()) : message.id();
    }

    private static boolean prefersImmutableIds(GraphCall call) {
        return call.request()
                .header("prefer")
                .map(text -> text.toLowerCase(Locale.ROOT).replace(" ", ""))
                .filter(text -> text.contains("idtype=\"immutableid\""))
                .isPresent();
    }

    private static Message foundMessage(GraphCall call, Mailbox mailbox) {
        var id = call.variable("message");
        call.request().trace().target(mailbox.ownerId() + "/" + id);
        return everything(call, mailbox).stream()
                .filter(message -> id(call, message).equals(id))
                .filter(message -> call.variable("folder").isEmpty()
                        || found(call, mailbox, call.variable("folder")).name().equals(message.folder()))
                .findFirst()
                .orElseThrow(MailErrors::notFound);
    }

    private static WireResponse move(GraphCall call) {
        var mailbox = mailbox(call);
        var message = foundMessage(call, mailbox);
        var destination = Json.text(call.body(), "destinationId")
                .orElseThrow(() -> MailErrors.invalid("The destinationId is missing."));
        var folder = found(call, mailbox, destination);
        var moved = new MailMoves(call.state()).move(call.cause(), mailbox, message, folder);
        return call.answer(
                201,
                "users('" + call.variable("user") + "')/messages/$entity",
                allowed(call, shape(call, allFolders(call, mailbox), moved)));
    }

    private static WireResponse permanentDelete(GraphCall call) {
        var mailbox = mailbox(call);
        var message = foundMessage(call, mailbox);
        new MailMoves(call.state()).delete(call.cause(), mailbox, message);
        return call.noContent();
    }

    private static WireResponse messages(GraphCall call) {
        var mailbox = mailbox(call);
        var words = call.query().search().map(text -> text.replace("\"", "").toLowerCase(Locale.ROOT));
        words.ifPresent(text -> remember(call, mailbox, Activity.SEARCH, Json.object("query", text)));
        return list(
                call,
                mailbox,
                new Correspondence(call.state())
                        .messages(mailbox).stream()
                                .filter(message -> words.isEmpty() || matches(message, words.get()))
                                .toList());
    }

    private static boolean matches(Message message, String words) {
        return (message.subject() + " " + message.body())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    private static WireResponse list(GraphCall call, Mailbox mailbox, List<Message> messages) {
        var folders = allFolders(call, mailbox);
        var answer = Pages.plain("users('" + call.variable("user") + "')/messages", 10, 1000)
                .answer(
                        withIds(call),
                        messages.stream()
                                .map(message -> allowed(call, shape(call, folders, message)))
                                .toList());
        var shown = new HashSet<String>();
        if (answer.json() instanceof JsonObject body && body.get("value") instanceof JsonArray value) {
            value.forEach(item -> shown.add(item.getAsJsonObject().get("id").getAsString()));
        }
        remember(
                call,
                mailbox,
                Activity.READ_MAIL,
                PastMail.read(messages.stream()
                        .filter(message -> shown.contains(id(call, message)))
                        .toList()));
        return answer;
    }

    private static List<MailFolder> allFolders(GraphCall call, Mailbox mailbox) {
        return Stream.concat(
                        mailboxes(call).folders(mailbox.ownerId()).stream(),
                        new RecoverableItems(call.state()).folders(mailbox.ownerId()).stream())
                .toList();
    }

    private static String folderId(List<MailFolder> folders, Message message) {
        return folders.stream()
                .filter(folder -> folder.name().equals(message.folder()))
                .map(MailFolder::id)
                .findFirst()
                .orElse("");
    }

    private static WireResponse message(GraphCall call) {
        var mailbox = mailbox(call);
        var found = read(call, mailbox);
        var shape = shape(call, allFolders(call, mailbox), found);
        var headers = new MailHeaders(call.state(), mailbox, found);
        if (call.query().select().contains("internetMessageHeaders") && headers.isReceived()) {
            shape.add("internetMessageHeaders", MailShapes.headers(headers));
        }
        return call.one(
                "users('" + call.variable("user") + "')/messages/$entity",
                withIds(call).query().project(allowed(call, shape), List.of()));
    }

    /** Outlook gives the id of a message whatever is selected. */
    private static GraphCall withIds(GraphCall call) {
        var query = call.query();
        if (query.select().isEmpty() || query.select().contains("id")) {
            return call;
        }
        var select = new ArrayList<>(query.select());
        select.add("id");
        return new GraphCall(
                call.tenant(),
                call.request(),
                call.version(),
                call.variables(),
                call.token(),
                query.selecting(select),
                call.now());
    }

    /** Who may read no more than the basics gets no text of the mail (C5). */
    private static JsonObject allowed(GraphCall call, JsonObject message) {
        if (!WHOLE_READ.permits(call.token())) {
            WITH_TEXT.forEach(message::remove);
        }
        return message;
    }

    private static WireResponse content(GraphCall call) {
        var mailbox = mailbox(call);
        var found = read(call, mailbox);
        return WireResponse.text(200, "text/plain", MimeText.of(new MailHeaders(call.state(), mailbox, found), found));
    }

    private static Message read(GraphCall call, Mailbox mailbox) {
        var found = foundMessage(call, mailbox);
        remember(call, mailbox, Activity.READ_MAIL, PastMail.read(List.of(found)));
        return found;
    }

    private static void remember(GraphCall call, Mailbox mailbox, Activity activity, JsonObject facts) {
        call.state()
                .record(call.cause(), activity, "Mailbox", mailbox.guid(), mailbox.ownerId(), new JsonObject(), facts);
    }

    private static WireResponse send(GraphCall call) {
        return SendMail.from(call, mailbox(call));
    }
}
