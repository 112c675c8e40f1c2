package dev.cordon.simulator.attacker;

import com.google.gson.JsonObject;
import dev.cordon.simulator.attacker.AttackerWire.Reply;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Permissions;
import dev.cordon.simulator.identity.RefreshToken;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.identity.Tokens;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Attacker;
import dev.cordon.simulator.scenario.Attacker.HeldSession;
import dev.cordon.simulator.scenario.Attacker.Origin;
import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attacker's sessions: those he starts with, renewing them, and winning new ones by signing in. */
final class Sessions {

    private static final String CLIENT = "4765445b-32c6-49b0-83e6-1d93765276ca";
    private static final String REDIRECT = "http://localhost:4711";
    private static final String CONTINUOUS = "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Tenant tenant;
    private final TenantState state;
    private final AttackerWire wire;

    Sessions(Tenant tenant, AttackerWire wire) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.wire = wire;
    }

    /** Mints the tokens he holds at the start. */
    void mint(HeldSession held, Origin origin) {
        var userId = People.id(state.chance(), held.user());
        var user = state.table(User.TABLE).find(userId);
        if (user.isEmpty()) {
            return;
        }
        var upn = user.get().userPrincipalName();
        var actor = new Actor(
                Caller.ATTACKER,
                userId,
                upn,
                CLIENT,
                origin.ip(),
                Objects.requireNonNullElse(origin.userAgent(), ""),
                state.chance().guid("session-of", held.id()));
        String refresh = null;
        if (held.refreshToken()) {
            refresh = "1.A" + state.chance().letters(70, "stolen-session", held.id());
            state.table(RefreshToken.TABLE)
                    .put(
                            refresh,
                            new RefreshToken(refresh, actor, held.issued(), held.issued(), !held.mfa(), held.mfa()));
            state.secrets().add("refresh-token", "attacker " + upn, refresh);
        }
        var tokens = new LinkedHashMap<String, String>();
        for (var word : held.resources()) {
            Resource.find(word).ifPresent(resource -> tokens.put(word, access(held, actor, resource)));
        }
        state.table(AttackerSession.TABLE)
                .put(
                        held.id(),
                        new AttackerSession(
                                held.id(), userId, upn, CLIENT, held.continuousAccess(), refresh, tokens, origin));
    }

    private String access(HeldSession held, Actor actor, Resource resource) {
        var principal = state.table(ClientApplication.TABLE)
                .find(CLIENT)
                .map(ClientApplication::servicePrincipalId)
                .orElse(CLIENT);
        var grants = resource == Resource.GRAPH ? Permissions.firstParty() : Set.of(Permissions.EXCHANGE_MANAGE);
        return tenant.tokens()
                .issue(
                        new Tokens.Wanted(actor, resource, principal, grants, held.continuousAccess(), held.mfa()),
                        held.accessTokenIssued(),
                        held.accessTokenIssued().plus(held.accessTokenLife()))
                .value();
    }

    /** The sessions a move may use: the named one, or all of that person, newest first. */
    List<AttackerSession> usable(@Nullable String name, @Nullable String userId) {
        var all = new ArrayList<>(state.table(AttackerSession.TABLE).all());
        return all.reversed().stream()
                .filter(session -> name == null
                        || name.equals(Attacker.ANY_LIVE)
                        || session.id().equals(name))
                .filter(session -> userId == null || session.userId().equals(userId))
                .toList();
    }

    /** Renews the session's tokens for every resource it has; says whether that worked. */
    boolean refresh(AttackerSession session) {
        var renewed = false;
        for (var word : session.accessTokens().keySet().stream().sorted().toList()) {
            renewed |= refresh(session, word).isPresent();
        }
        return renewed;
    }

    private Optional<String> refresh(AttackerSession session, String word) {
        var latest = state.table(AttackerSession.TABLE).find(session.id()).orElse(session);
        var token = latest.refreshToken();
        var resource = Resource.find(word);
        if (token == null || resource.isEmpty()) {
            return Optional.empty();
        }
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", latest.clientId());
        form.put("refresh_token", token);
        form.put("scope", resource.get().audience() + "/.default offline_access");
        if (latest.continuousAccess()) {
            form.put("claims", CONTINUOUS);
        }
        return keep(latest, word, wire.form(latest.origin(), "/oauth2/v2.0/token", form));
    }

    private Optional<String> keep(AttackerSession session, String word, Reply reply) {
        var access = Json.text(reply.json(), "access_token");
        access.ifPresent(value -> state.table(AttackerSession.TABLE)
                .put(
                        session.id(),
                        session.with(
                                word,
                                value,
                                Json.text(reply.json(), "refresh_token").orElse(null))));
        return access;
    }

    /** Signs in with a password and, if he has one, a method; says whether that gave him a session under that name. */
    boolean signIn(
            String upn, String password, @Nullable String method, @Nullable String proof, String name, Origin origin) {
        var verifier =
                state.chance().letters(50, "verifier", name, state.events().size());
        var form = new LinkedHashMap<>(Map.of("login", upn, "password", password));
        if (method != null) {
            form.put("method", method);
            form.put("proof", Objects.requireNonNullElse(proof, ""));
        }
        var authorise = wire.form(
                origin,
                "/oauth2/v2.0/authorize?response_type=code&client_id=" + CLIENT + "&redirect_uri="
                        + AttackerWire.encode(REDIRECT) + "&scope="
                        + AttackerWire.encode(Resource.GRAPH.audience() + "/.default offline_access")
                        + "&code_challenge_method=S256&code_challenge=" + challenge(verifier),
                form);
        var code = CODE.matcher(authorise.location());
        if (!code.find()) {
            return false;
        }
        var redeemed = wire.form(
                origin,
                "/oauth2/v2.0/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        CLIENT,
                        "code",
                        URLDecoder.decode(code.group(1), StandardCharsets.UTF_8),
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        verifier,
                        "scope",
                        Resource.GRAPH.audience() + "/.default offline_access"));
        var userId = People.id(state.chance(), upn);
        var session = new AttackerSession(name, userId, upn, CLIENT, false, null, Map.of(), origin);
        if (keep(session, "graph", redeemed).isEmpty()) {
            return false;
        }
        refresh(session, "exchange");
        return true;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Calls a resource with the session's token; when that is refused, renews it once and calls again. */
    Reply call(AttackerSession session, Resource resource, String method, String path, @Nullable JsonObject body) {
        var latest = state.table(AttackerSession.TABLE).find(session.id()).orElse(session);
        var url = (resource == Resource.GRAPH
                        ? wire.hosts().graph()
                        : wire.hosts().exchange())
                + path;
        var token = latest.accessTokens().get(resource.word());
        if (token != null) {
            var reply = wire.call(latest.origin(), method, url, token, body);
            if (reply.status() != 401) {
                return reply;
            }
        }
        return refresh(latest, resource.word())
                .map(renewed -> wire.call(latest.origin(), method, url, renewed, body))
                .orElseGet(() -> new Reply(401, new JsonObject(), ""));
    }

    /** Runs a cmdlet. */
    Reply cmdlet(AttackerSession session, String name, JsonObject parameters) {
        parameters.addProperty("Confirm", false);
        return call(
                session,
                Resource.EXCHANGE,
                "POST",
                "/adminapi/beta/" + tenant.tenantId() + "/InvokeCommand",
                Json.object("CmdletInput", Json.object("CmdletName", name, "Parameters", parameters)));
    }
}
