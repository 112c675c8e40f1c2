package dev.cordon.simulator.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.RefreshToken;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.ForwardingSetting;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.CriticalEvent;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the attacker has of one account, and what he can do with it. */
final class Foothold {

    private final Tenant tenant;
    private final TenantState state;
    private final User user;
    private final Map<String, String> knownPasswords;
    private final Origins origins;
    private final List<Thing> his;

    Foothold(Tenant tenant, User user, Map<String, String> knownPasswords, List<Thing> inventory, Origins origins) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.user = user;
        this.knownPasswords = knownPasswords;
        this.origins = origins;
        this.his = inventory.stream()
                .filter(thing ->
                        thing.ownerId().equals(user.id()) || (thing.ownerId().isEmpty() && user.suspect()))
                .filter(thing -> origins.find(thing)
                        .map(origin -> origin.by() == Author.ATTACKER)
                        .orElse(false))
                .toList();
    }

    JsonObject json() {
        return Json.object(
                "attackerAccess", hasAccess(),
                "mailFeed", hasMailFeed(),
                "holds", holds(),
                "residualTokens", residualTokens(),
                "harm", Harm.of(state, user.id()));
    }

    boolean isTouched() {
        return user.suspect() || !his.isEmpty() || !refreshTokens().isEmpty() || knowsPassword();
    }

    private boolean hasAccess() {
        var acts = his.stream()
                .anyMatch(thing -> thing.active()
                        && switch (thing.kind()) {
                            case DELEGATE -> true;
                            case CONSENT, APP_ROLE_ASSIGNMENT, DEVICE ->
                                user.accountEnabled() || thing.ownerId().isEmpty();
                            case INBOX_RULE,
                                    FORWARDING,
                                    FOLDER_PERMISSION,
                                    CALENDAR_PUBLISHING,
                                    AUTHENTICATION_METHOD,
                                    AUTO_REPLY,
                                    ROLE,
                                    TRANSPORT_RULE,
                                    CONNECTOR,
                                    REMOTE_DOMAIN -> false;
                        });
        return acts || (user.accountEnabled() && (!refreshTokens().isEmpty() || canSignIn()));
    }

    private boolean knowsPassword() {
        return user.password().equals(knownPasswords.get(user.id()));
    }

    private boolean canSignIn() {
        var factors = state.table(AuthenticationMethod.TABLE).all().stream()
                .filter(method ->
                        method.userId().equals(user.id()) && method.type().isSecondFactor())
                .toList();
        var holdsOne = factors.stream().anyMatch(this::isHis);
        var holdsPass =
                factors.stream().anyMatch(method -> method.type() == MethodType.TEMPORARY_ACCESS_PASS && isHis(method));
        return holdsPass || (knowsPassword() && (factors.isEmpty() || holdsOne));
    }

    private boolean isHis(AuthenticationMethod method) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin -> origin.kind() == ObjectKind.AUTHENTICATION_METHOD
                        && origin.wireId().equals(method.id())
                        && user.id().equals(origin.ownerId()))
                .anyMatch(origin -> origin.by() == Author.ATTACKER
                        || state.scenario()
                                .attacker()
                                .methods()
                                .contains(Objects.requireNonNullElse(origin.scenarioId(), "")));
    }

    private List<RefreshToken> refreshTokens() {
        var now = state.now();
        return state.table(RefreshToken.TABLE).all().stream()
                .filter(token -> token.actor().caller() == Caller.ATTACKER
                        && user.id().equals(token.actor().userId())
                        && token.isHonouredBy(user)
                        && token.issued().plus(RefreshToken.LIFE).isAfter(now))
                .toList();
    }

    private boolean hasMailFeed() {
        var outside = state.scenario().organisation().policies().externalForwarding();
        return his.stream()
                .anyMatch(thing -> thing.active()
                        && switch (thing.kind()) {
                            case FORWARDING -> outside || !thing.essence().has(ForwardingSetting.SMTP_ADDRESS.word());
                            case INBOX_RULE -> outside && forwards(thing);
                            case FOLDER_PERMISSION ->
                                !thing.wireId().startsWith("Calendar/")
                                        && !thing.wireId().startsWith("Calendar\\");
                            case TRANSPORT_RULE, CONNECTOR -> true;
                            case DELEGATE,
                                    CALENDAR_PUBLISHING,
                                    AUTHENTICATION_METHOD,
                                    CONSENT,
                                    APP_ROLE_ASSIGNMENT,
                                    DEVICE,
                                    AUTO_REPLY,
                                    ROLE,
                                    REMOTE_DOMAIN -> false;
                        });
    }

    private boolean forwards(Thing thing) {
        return state.table(InboxRule.TABLE)
                .find(thing.ownerId() + "/" + thing.wireId())
                .map(rule -> rule.actions().keySet().stream()
                        .anyMatch(List.of("forwardTo", "redirectTo", "forwardAsAttachmentTo")::contains))
                .orElse(false);
    }

    private JsonObject holds() {
        var holds = new JsonObject();
        var sessions = new LinkedHashMap<String, JsonObject>();
        for (var token : refreshTokens()) {
            var session = Objects.requireNonNullElse(token.actor().sessionId(), "unknown");
            sessions.putIfAbsent(session, Json.object("id", sessionName(session), "wireId", session));
        }
        holds.add("refreshTokens", Json.array(sessions.values()));
        holds.add(
                "passwords",
                knowsPassword()
                        ? Json.array(Json.object("id", user.userPrincipalName(), "wireId", user.id()))
                        : new JsonArray());
        names().forEach((name, kind) -> holds.add(name, things(kind)));
        return holds;
    }

    private String sessionName(String session) {
        return state.scenario().attacker().sessions().stream()
                .filter(held -> state.chance().guid("session-of", held.id()).equals(session))
                .map(held -> held.id())
                .findFirst()
                .orElse(session);
    }

    private static Map<String, ObjectKind> names() {
        var names = new LinkedHashMap<String, ObjectKind>();
        names.put("methods", ObjectKind.AUTHENTICATION_METHOD);
        names.put("rules", ObjectKind.INBOX_RULE);
        names.put("forwarding", ObjectKind.FORWARDING);
        names.put("delegates", ObjectKind.DELEGATE);
        names.put("folderPermissions", ObjectKind.FOLDER_PERMISSION);
        names.put("consents", ObjectKind.CONSENT);
        names.put("devices", ObjectKind.DEVICE);
        names.put("roles", ObjectKind.ROLE);
        names.put("autoReply", ObjectKind.AUTO_REPLY);
        names.put("transportRules", ObjectKind.TRANSPORT_RULE);
        names.put("connectors", ObjectKind.CONNECTOR);
        names.put("remoteDomains", ObjectKind.REMOTE_DOMAIN);
        names.put("appRoleAssignments", ObjectKind.APP_ROLE_ASSIGNMENT);
        names.put("calendarPublishing", ObjectKind.CALENDAR_PUBLISHING);
        return names;
    }

    private JsonArray things(ObjectKind kind) {
        var things = new JsonArray();
        his.stream()
                .filter(thing -> thing.kind() == kind && (thing.active() || kind == ObjectKind.INBOX_RULE))
                .forEach(thing -> things.add(Json.object(
                        "id",
                        origins.find(thing).map(Origin::scenarioId).orElse(thing.wireId()),
                        "wireId",
                        thing.wireId())));
        return things;
    }

    private JsonArray residualTokens() {
        var now = state.now();
        var tokens = new JsonArray();
        for (var token : tenant.tokens().issued()) {
            if (token.actor().caller() == Caller.ATTACKER && user.id().equals(token.userId())) {
                var end = end(token);
                if (end.isAfter(now)) {
                    tokens.add(Json.object("resource", token.resource().word(), "expiresAt", Json.exactTime(end)));
                }
            }
        }
        return tokens;
    }

    private Instant end(AccessToken token) {
        Optional<Instant> refused = !token.continuousAccess()
                ? Optional.empty()
                : state.table(CriticalEvent.TABLE).all().stream()
                        .filter(event -> event.userId().equals(user.id())
                                && token.issued().isBefore(event.at()))
                        .map(CriticalEvent::effectiveAt)
                        .min(Comparator.naturalOrder());
        return refused.filter(at -> at.isBefore(token.expires())).orElse(token.expires());
    }
}
