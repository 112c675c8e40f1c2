package dev.cordon.simulator.attacker;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Attacker;
import dev.cordon.simulator.scenario.Attacker.Move;
import dev.cordon.simulator.scenario.Attacker.Origin;
import dev.cordon.simulator.scenario.Conversation.Attachment;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attacker at work: his plan on the tenant's clock, and his reactions to events. Ends with {@link #close}. */
public final class Intruder implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Intruder.class.getName());
    private static final Origin NOWHERE = new Origin("203.0.113.66", "NL", null, "Mozilla/5.0");

    private final TenantState state;
    private final Attacker plan;
    private final AttackerWire wire;
    private final Sessions sessions;
    private final Creations creations;
    private final Reactions reactions;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Intruder(Tenant tenant, AttackerWire wire) {
        this.state = tenant.state();
        this.plan = state.scenario().attacker();
        this.wire = wire;
        this.sessions = new Sessions(tenant, wire);
        this.creations = new Creations(sessions);
        this.reactions = new Reactions(state);
    }

    /** Gives him what he holds at the start and lets his plan begin. */
    public static Intruder enter(Tenant tenant, AttackerWire wire) {
        var intruder = new Intruder(tenant, wire);
        intruder.begin();
        return intruder;
    }

    private void begin() {
        plan.sessions().forEach(held -> sessions.mint(held, origin(null)));
        for (var number = 0; number < plan.plan().size(); number++) {
            var at = plan.plan().get(number).at();
            if (at != null) {
                start(number, at.plus(plan.plan().get(number).after()));
            }
        }
        state.onEvent(this::hear);
    }

    private Origin origin(@Nullable String ip) {
        return plan.from().stream()
                .filter(from -> ip == null || from.ip().equals(ip))
                .findFirst()
                .orElse(NOWHERE);
    }

    private void hear(TenantEvent event) {
        var happened = Reactions.event(event);
        if (closed.get() || happened.isEmpty() || event.actor().caller() == Caller.ATTACKER) {
            return;
        }
        for (var number = 0; number < plan.plan().size(); number++) {
            var move = plan.plan().get(number);
            if (move.when() == happened.get() && concerns(move, event)) {
                start(number, state.now().plus(move.after()));
            }
        }
    }

    private boolean concerns(Move move, TenantEvent event) {
        if (!move.match().isEmpty()) {
            return reactions.matches(move.match(), event);
        }
        return switch (Objects.requireNonNull(move.when())) {
            case SESSION_REVOKED, PASSWORD_RESET, ACCOUNT_DISABLED ->
                victim(move).map(event.ownerId()::equals).orElseGet(() -> isVictim(event.ownerId()));
            case MAIL_RECEIVED ->
                victim(move)
                        .map(id -> Reactions.concerns(event, id, state))
                        .orElseGet(() -> victims().anyMatch(id -> Reactions.concerns(event, id, state)));
            case METHOD_DELETED, RULE_DELETED, FORWARDING_CLEARED, DELEGATE_REMOVED, CONSENT_DELETED, DEVICE_DISABLED ->
                reactions.isAttackers(event);
        };
    }

    /** The object id of the person a move is about, if the move says. */
    private Optional<String> victim(Move move) {
        var user = Optional.ofNullable(move.user())
                .or(() -> Optional.ofNullable(move.like())
                        .flatMap(id -> state.scenario().planted(id))
                        .flatMap(planted -> Optional.ofNullable(planted.owner())));
        return user.map(upn -> People.id(state.chance(), upn));
    }

    private boolean isVictim(String userId) {
        return victims().anyMatch(userId::equals);
    }

    private Stream<String> victims() {
        return Stream.concat(
                state.table(AttackerSession.TABLE).all().stream().map(AttackerSession::userId),
                plan.knows().stream().map(known -> People.id(state.chance(), known.user())));
    }

    private void start(int number, Instant at) {
        var key = String.valueOf(number);
        if (state.table(Running.TABLE).find(key).isPresent()) {
            return;
        }
        state.table(Running.TABLE)
                .put(key, new Running(number, plan.plan().get(number).times()));
        state.clock().at(at, () -> step(number));
    }

    private void step(int number) {
        var key = String.valueOf(number);
        var running = state.table(Running.TABLE).find(key);
        if (closed.get() || running.isEmpty()) {
            return;
        }
        var move = plan.plan().get(number);
        var done = attemptSafely(move, number);
        var left = running.get().left() - 1;
        var every = move.every();
        if (every == null || left <= 0 || (done && endsWithSuccess(move))) {
            state.table(Running.TABLE).remove(key);
            return;
        }
        state.table(Running.TABLE).put(key, new Running(number, left));
        state.clock().at(state.now().plus(every), () -> step(number));
    }

    private static boolean endsWithSuccess(Move move) {
        return switch (move.verb()) {
            case SIGN_IN, CREATE, DELETE, CONSENT, REGISTER_DEVICE -> true;
            case REFRESH, READ_MAIL, SEND_MAIL, DELETE_MAIL, SEARCH -> false;
        };
    }

    /** A move that breaks must not stop the tenant's clock, which runs it. */
    private boolean attemptSafely(Move move, int number) {
        try {
            return attempt(move, number);
        } catch (RuntimeException broken) {
            LOGGER.log(System.Logger.Level.WARNING, "The attacker's move " + (number + 1) + " broke", broken);
            return false;
        }
    }

    private boolean attempt(Move move, int number) {
        return switch (move.verb()) {
            case SIGN_IN -> signIn(move, number);
            case REFRESH -> any(move, session -> sessions.refresh(session));
            case CREATE -> create(move);
            case DELETE -> delete(move);
            case READ_MAIL -> any(move, session -> get(session, mail(move)));
            case SEARCH -> any(move, session -> get(session, search(move.query())));
            case DELETE_MAIL -> any(move, session -> deleteMail(session, move));
            case SEND_MAIL ->
                any(
                        move,
                        session -> sessions.call(session, Resource.GRAPH, "POST", "/v1.0/me/sendMail", message(move))
                                .isGood());
            case CONSENT ->
                any(
                        move,
                        session -> creations
                                .create(session, ObjectKind.CONSENT, object(move), false)
                                .isGood());
            case REGISTER_DEVICE ->
                any(
                        move,
                        session -> creations
                                .create(session, ObjectKind.DEVICE, object(move), false)
                                .isGood());
        };
    }

    private interface Attempt {
        boolean with(AttackerSession session);
    }

    private boolean any(Move move, Attempt attempt) {
        for (var session : sessions.usable(move.session(), victim(move).orElse(null))) {
            if (attempt.with(session)) {
                return true;
            }
        }
        return false;
    }

    private boolean get(AttackerSession session, String path) {
        return sessions.call(session, Resource.GRAPH, "GET", path, null).isGood();
    }

    /** Searches, and deletes for good what he found; without finding anything it has not worked. */
    private boolean deleteMail(AttackerSession session, Move move) {
        var found = sessions.call(session, Resource.GRAPH, "GET", mail(move), null);
        if (!(found.json().get("value") instanceof JsonArray messages) || messages.isEmpty()) {
            return false;
        }
        var all = true;
        for (var message : messages) {
            var id = message.getAsJsonObject().get("id").getAsString();
            var path = "/v1.0/me/messages/" + AttackerWire.encode(id) + "/permanentDelete";
            all &= sessions.call(session, Resource.GRAPH, "POST", path, null).isGood();
        }
        return all;
    }

    private static String mail(Move move) {
        var query = move.query();
        if (query != null) {
            return search(query) + "&$top=" + Math.clamp(move.count(), 1, 1000);
        }
        var folder = Objects.requireNonNullElse(move.folder(), "inbox");
        return "/v1.0/me/mailFolders/" + AttackerWire.encode(folder) + "/messages?$top="
                + Math.clamp(move.count(), 1, 1000);
    }

    private static String search(@Nullable String query) {
        return "/v1.0/me/messages?$search="
                + AttackerWire.encode("\"" + Objects.requireNonNullElse(query, "payment") + "\"");
    }

    private JsonObject message(Move move) {
        var to = move.to().isEmpty() ? List.of(state.scenario().operator().upn()) : move.to();
        var message = Json.object(
                "subject",
                Objects.requireNonNullElse(move.subject(), "Updated bank details"),
                "body",
                Json.object("contentType", "text", "content", Objects.requireNonNullElse(move.body(), "")),
                "toRecipients",
                recipients(to));
        if (!move.sending().replyTo().isEmpty()) {
            message.add("replyTo", Json.array(recipients(move.sending().replyTo())));
        }
        if (!move.sending().attachments().isEmpty()) {
            message.add(
                    "attachments",
                    Json.array(move.sending().attachments().stream()
                            .map(Intruder::file)
                            .toList()));
        }
        return Json.object("message", message, "saveToSentItems", move.sending().isSaved());
    }

    private static List<JsonObject> recipients(List<String> addresses) {
        return addresses.stream()
                .map(address -> Json.object("emailAddress", Json.object("address", address)))
                .toList();
    }

    private static JsonObject file(Attachment attachment) {
        return Json.object(
                "@odata.type",
                "#microsoft.graph.fileAttachment",
                "name",
                attachment.name(),
                "contentBytes",
                Base64.getEncoder().encodeToString(attachment.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonObject object(Move move) {
        var object = move.object();
        return object == null ? new JsonObject() : object;
    }

    private boolean create(Move move) {
        var like =
                Optional.ofNullable(move.like()).flatMap(id -> state.scenario().planted(id));
        var kind = like.map(planted -> planted.kind()).orElse(move.kind());
        if (kind == null) {
            return false;
        }
        var object = like.map(planted -> planted.object()).orElseGet(() -> object(move));
        var hidden = move.hidden() || like.map(planted -> planted.hidden()).orElse(false);
        var made = any(
                move, session -> creations.create(session, kind, object, hidden).isGood());
        if (made) {
            reactions.name(Objects.requireNonNullElse(move.as() == null ? move.like() : move.as(), ""), kind);
        }
        return made;
    }

    private boolean delete(Move move) {
        var names = move.match().isEmpty() ? List.of(Objects.requireNonNullElse(move.like(), "")) : move.match();
        var all = true;
        for (var origin : reactions.origins(names)) {
            var path = switch (origin.kind()) {
                case INBOX_RULE -> "/v1.0/me/mailFolders/inbox/messageRules/" + reactions.graphRuleId(origin);
                case AUTHENTICATION_METHOD -> "/v1.0/me/authentication/" + reactions.methodPath(origin);
                case CONSENT -> "/v1.0/oauth2PermissionGrants/" + origin.wireId();
                case APP_ROLE_ASSIGNMENT -> "/v1.0/me/appRoleAssignments/" + origin.wireId();
                case ROLE -> "/v1.0/roleManagement/directory/roleAssignments/" + origin.wireId();
                case FORWARDING,
                        DELEGATE,
                        FOLDER_PERMISSION,
                        CALENDAR_PUBLISHING,
                        DEVICE,
                        AUTO_REPLY,
                        TRANSPORT_RULE,
                        CONNECTOR,
                        REMOTE_DOMAIN -> "";
            };
            all &= !path.isEmpty()
                    && any(
                            move,
                            session -> sessions.call(session, Resource.GRAPH, "DELETE", path, null)
                                    .isGood());
        }
        return all;
    }

    private boolean signIn(Move move, int number) {
        var named = move.user();
        var upn = named == null ? plan.knows().getFirst().user() : named;
        var password = password(upn);
        var with = move.with().isEmpty() ? List.of(Attacker.PASSWORD) : move.with();
        var methods =
                with.stream().filter(name -> !name.equals(Attacker.PASSWORD)).toList();
        var name = Objects.requireNonNullElse(move.as(), "signed-in-" + number);
        var from = origin(move.from());
        if (methods.isEmpty()) {
            return sessions.signIn(upn, password, null, null, name, from);
        }
        for (var method : methods) {
            var held = reactions.origins(List.of(method)).stream().findFirst();
            var id = held.map(origin -> origin.wireId()).orElse("lost");
            var proof = held.flatMap(origin -> state.table(AuthenticationMethod.TABLE)
                            .find(AuthenticationMethod.key(People.id(state.chance(), upn), origin.wireId())))
                    .map(AuthenticationMethod::proof)
                    .orElse("");
            if (sessions.signIn(upn, password, id, proof, name, from)) {
                return true;
            }
        }
        return false;
    }

    private String password(String upn) {
        return plan.knows().stream()
                .filter(known -> known.user().equalsIgnoreCase(upn) && known.password())
                .findFirst()
                .map(known -> Objects.requireNonNullElse(known.text(), reactions.firstPassword(upn)))
                .orElse("Summer-2024");
    }

    @Override
    public void close() {
        closed.set(true);
        wire.close();
    }
}
