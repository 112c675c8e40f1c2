package dev.cordon.simulator.login;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.applications.ServicePrincipal;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.RefreshToken;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.identity.Tokens;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * {@code POST /{tenant}/oauth2/v2.0/token}.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">authorization code flow</a>
 */
final class TokenEndpoint {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final Tenant tenant;
    private final TenantState state;
    private final Grants grants;
    private final ClientAssertion assertions;
    private final SignIn signIn;

    TokenEndpoint(Tenant tenant, Grants grants, ClientAssertion assertions, SignIn signIn) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.grants = grants;
        this.assertions = assertions;
        this.signIn = signIn;
    }

    WireResponse answer(WireRequest request) {
        Map<String, String> form = request.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> clientCredentials(form, request);
            case "refresh_token" -> refresh(form, request);
            case "authorization_code" -> authorizationCode(form, request);
            case "urn:ietf:params:oauth:grant-type:device_code", "device_code" -> deviceCode(form, request);
            default -> throw new LoginRefusal(LoginErrors.BAD_GRANT_TYPE);
        };
    }

    private WireResponse clientCredentials(Map<String, String> form, WireRequest request) {
        if (!tenant.registration().appId().equals(form.get("client_id"))) {
            throw new LoginRefusal(LoginErrors.NO_CLIENT);
        }
        request.trace().caller(Caller.APP);
        request.trace().target(tenant.registration().servicePrincipalId());
        authenticateClient(form, request);
        refuseDisabled(tenant.registration().servicePrincipalId());
        Grants.Asked asked = grants.asked(required(form, "scope"));
        var actor = new Actor(
                Caller.APP,
                null,
                null,
                form.get("client_id"),
                request.source().ip(),
                request.source().userAgent(),
                null);
        var wanted = new Tokens.Wanted(
                actor,
                asked.resource(),
                tenant.registration().servicePrincipalId(),
                grants.application(asked.resource()),
                declaresContinuousAccess(form),
                true);
        return WireResponse.json(200, body(tenant.tokens().issue(wanted)));
    }

    private void authenticateClient(Map<String, String> form, WireRequest request) {
        if (form.containsKey("client_assertion")) {
            state.secrets().add("client-assertion", "app", form.getOrDefault("client_assertion", ""));
            assertions.check(form.getOrDefault("client_assertion", ""), request);
        } else if (form.containsKey("client_secret")) {
            throw new LoginRefusal(LoginErrors.BAD_SECRET);
        } else {
            throw new LoginRefusal(LoginErrors.NO_CREDENTIAL);
        }
    }

    private WireResponse refresh(Map<String, String> form, WireRequest request) {
        RefreshToken held = state.table(RefreshToken.TABLE)
                .find(form.getOrDefault("refresh_token", ""))
                .orElseThrow(() -> new LoginRefusal(LoginErrors.BAD_REFRESH_TOKEN));
        ClientApplication client =
                client(Objects.requireNonNullElse(held.actor().appId(), ""));
        User user = user(held.actor());
        Actor actor = new Actor(
                request.source().attacker() ? Caller.ATTACKER : held.actor().caller(),
                user.id(),
                user.userPrincipalName(),
                client.appId(),
                request.source().ip(),
                request.source().userAgent(),
                held.actor().sessionId());
        request.trace().caller(actor.caller());
        request.trace().target(user.id());
        Grants.Asked asked = grants.asked(form.getOrDefault("scope", ""));
        try {
            check(held, user);
        } catch (LoginRefusal refusal) {
            signIn.event(
                    actor, user, client, asked.resource(), false, "none", refusal.reason(), held.strong(), request);
            throw refusal;
        }
        signIn.event(actor, user, client, asked.resource(), false, "none", null, held.strong(), request);
        return tokens(form, client, asked, actor, held.strong(), held.authenticated(), request, "");
    }

    private void check(RefreshToken held, User user) {
        if (!user.accountEnabled()) {
            throw new LoginRefusal(LoginErrors.ACCOUNT_DISABLED);
        }
        if (!held.isHonouredBy(user)) {
            throw new LoginRefusal(LoginErrors.SESSION_REVOKED);
        }
        if (held.issued().plus(RefreshToken.LIFE).isBefore(state.now())) {
            throw new LoginRefusal(LoginErrors.REFRESH_TOKEN_EXPIRED);
        }
    }

    private WireResponse authorizationCode(Map<String, String> form, WireRequest request) {
        var codes = state.table(PendingCode.TABLE);
        PendingCode code = codes.find(form.getOrDefault("code", ""))
                .filter(found -> found.userCode().isEmpty() && found.actor() != null)
                .orElseThrow(() -> new LoginRefusal(LoginErrors.BAD_CODE));
        codes.remove(code.value());
        boolean sameClient = code.clientId().equals(form.get("client_id"))
                && code.redirectUri().equals(form.getOrDefault("redirect_uri", code.redirectUri()));
        if (!sameClient || code.expires().isBefore(tenant.wall().instant())) {
            throw new LoginRefusal(LoginErrors.BAD_CODE);
        }
        checkVerifier(code, form.getOrDefault("code_verifier", ""));
        String scope = form.getOrDefault("scope", code.scope());
        return redeem(code, form, scope.isEmpty() ? code.scope() : scope, request);
    }

    private WireResponse deviceCode(Map<String, String> form, WireRequest request) {
        var codes = state.table(PendingCode.TABLE);
        String value = form.getOrDefault("device_code", form.getOrDefault("code", ""));
        PendingCode code = codes.find(value)
                .filter(found -> !found.userCode().isEmpty()
                        && !found.expires().isBefore(tenant.wall().instant()))
                .orElseThrow(() -> new LoginRefusal(LoginErrors.BAD_DEVICE_CODE));
        if (code.actor() == null) {
            throw new LoginRefusal(LoginErrors.PENDING);
        }
        codes.remove(code.value());
        return redeem(code, form, code.scope(), request);
    }

    private WireResponse redeem(PendingCode code, Map<String, String> form, String scope, WireRequest request) {
        Actor actor = Objects.requireNonNull(code.actor());
        request.trace().caller(actor.caller());
        request.trace().target(Objects.requireNonNullElse(actor.userId(), ""));
        User user = user(actor);
        if (!user.accountEnabled()) {
            throw new LoginRefusal(LoginErrors.ACCOUNT_DISABLED);
        }
        return tokens(
                form,
                client(code.clientId()),
                grants.asked(scope),
                actor,
                code.strong(),
                state.now(),
                request,
                Objects.requireNonNullElse(code.nonce(), ""));
    }

    private WireResponse tokens(
            Map<String, String> form,
            ClientApplication client,
            Grants.Asked asked,
            Actor actor,
            boolean strong,
            Instant authenticated,
            WireRequest request,
            String nonce) {
        Set<String> granted = grants.delegated(client, asked);
        boolean continuous = declaresContinuousAccess(form)
                && state.scenario().organisation().policies().continuousAccessEvaluation();
        AccessToken access = tenant.tokens()
                .issue(new Tokens.Wanted(
                        actor, asked.resource(), client.servicePrincipalId(), granted, continuous, strong));
        String value = "1.A" + UUID.randomUUID().toString().replace("-", "") + "."
                + UUID.randomUUID().toString().replace("-", "");
        state.table(RefreshToken.TABLE)
                .put(value, new RefreshToken(value, actor, state.now(), authenticated, !strong, strong));
        state.secrets().add("refresh-token", actor.caller().text() + " " + actor.userPrincipalName(), value);
        JsonObject body = body(access);
        body.addProperty("scope", scopes(asked.resource(), granted));
        body.addProperty("refresh_token", value);
        body.addProperty("id_token", idToken(client, actor, access, request, nonce));
        if ("1".equals(form.get("client_info"))) {
            body.addProperty(
                    "client_info",
                    URL.encodeToString(Json.bytes(Json.object("uid", actor.userId(), "utid", tenant.tenantId()))));
        }
        return WireResponse.json(200, body).with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }

    private JsonObject body(AccessToken access) {
        long seconds = tenant.tokens().secondsLeft(access);
        return Json.object(
                "token_type",
                "Bearer",
                "expires_in",
                seconds,
                "ext_expires_in",
                seconds,
                "access_token",
                access.value());
    }

    private String idToken(
            ClientApplication client, Actor actor, AccessToken access, WireRequest request, String nonce) {
        User user = user(actor);
        Instant now = access.wallBound() ? tenant.wall().instant() : state.now();
        JsonObject claims = Json.object(
                "aud", client.appId(),
                "iss", request.origin() + "/" + tenant.tenantId() + "/v2.0",
                "iat", now.getEpochSecond(),
                "nbf", now.getEpochSecond(),
                "exp", now.getEpochSecond() + 3600,
                "name", user.displayName(),
                "oid", user.id(),
                "preferred_username", user.userPrincipalName(),
                "sub", state.chance().letters(43, "subject", user.id(), client.appId()),
                "tid", tenant.tenantId(),
                "ver", "2.0");
        if (!nonce.isEmpty()) {
            claims.addProperty("nonce", nonce);
        }
        String token = tenant.tokens().sign(claims);
        state.secrets().add("id-token", actor.caller().text() + " " + actor.userPrincipalName(), token);
        return token;
    }

    private static String scopes(Resource resource, Set<String> granted) {
        var scope = new StringBuilder("openid profile offline_access");
        granted.stream()
                .sorted()
                .forEach(name -> scope.append(' ')
                        .append(resource.audience())
                        .append('/')
                        .append(name));
        return scope.toString();
    }

    private static void checkVerifier(PendingCode code, String verifier) {
        String challenge = code.challenge();
        if (challenge == null) {
            return;
        }
        String shown = verifier;
        if (!"plain".equals(code.challengeMethod())) {
            try {
                shown = URL.encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        if (!shown.equals(challenge)) {
            throw new LoginRefusal(LoginErrors.BAD_VERIFIER);
        }
    }

    private static boolean declaresContinuousAccess(Map<String, String> form) {
        try {
            return Json.member(Json.parseObject(form.getOrDefault("claims", "{}")), "access_token")
                    .map(token -> token.has("xms_cc")
                            && token.get("xms_cc").toString().contains("cp1"))
                    .orElse(false);
        } catch (JsonParseException malformed) {
            return false;
        }
    }

    private ClientApplication client(String appId) {
        var client = state.table(ClientApplication.TABLE)
                .find(appId)
                .orElseThrow(() -> new LoginRefusal(LoginErrors.NO_CLIENT));
        refuseDisabled(client.servicePrincipalId());
        return client;
    }

    /** A disabled application gets no tokens any more; those it has live on (A26). */
    private void refuseDisabled(String servicePrincipalId) {
        if (state.table(ServicePrincipal.TABLE)
                .find(servicePrincipalId)
                .filter(principal -> !principal.enabled())
                .isPresent()) {
            throw new LoginRefusal(LoginErrors.APPLICATION_DISABLED);
        }
    }

    private User user(Actor actor) {
        return state.table(User.TABLE)
                .find(Objects.requireNonNullElse(actor.userId(), ""))
                .orElseThrow(() -> new LoginRefusal(LoginErrors.NO_ACCOUNT));
    }

    private static String required(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new LoginRefusal(LoginErrors.NO_SCOPE);
        }
        return value;
    }
}
