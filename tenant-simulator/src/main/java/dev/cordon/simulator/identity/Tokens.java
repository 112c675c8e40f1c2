package dev.cordon.simulator.identity;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens as signed JWTs and remembers every one; only what was issued here is accepted. Safe for many threads.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">access token claims</a>
 */
public final class Tokens {

    /** The key's name in the key set. */
    public static final String KEY_ID = "simulated-tenant-1";

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final String tenantId;
    private final TenantState state;
    private final InstantSource wall;
    private final KeyPair signingKeys;
    private final Map<String, AccessToken> issued = new ConcurrentHashMap<>();

    /** What is asked for. */
    public record Wanted(
            Actor actor,
            Resource resource,
            String servicePrincipalId,
            Set<String> grants,
            boolean continuousAccess,
            boolean strong) {}

    /** An empty ledger. */
    public Tokens(String tenantId, TenantState state, InstantSource wall, KeyPair signingKeys) {
        this.tenantId = tenantId;
        this.state = state;
        this.wall = wall;
        this.signingKeys = signingKeys;
    }

    /** The keys that sign. */
    public KeyPair signingKeys() {
        return signingKeys;
    }

    /** Issues an access token now, of the usual life. */
    public AccessToken issue(Wanted wanted) {
        Instant now = state.now();
        boolean wallBound = isWallBound(wanted.actor());
        long before =
                issued.values().stream().filter(token -> !token.wallBound()).count();
        String name = "token-life " + state.events().size() + " " + before;
        long seconds = state.chance().generator(name).nextLong(3600, 5400);
        boolean day = wanted.continuousAccess() && !wallBound && !isGuest(wanted.actor());
        Duration life = day ? Duration.ofHours(20).plusSeconds(seconds * 5) : Duration.ofSeconds(seconds);
        return issue(wanted, now, (wallBound ? wall.instant() : now).plus(life));
    }

    /** Continuous access evaluation does not reach guests, so none of their tokens lives for a day. */
    private boolean isGuest(Actor actor) {
        return actor.userId() != null
                && state.table(User.TABLE).find(actor.userId()).map(User::guest).orElse(false);
    }

    /** Issues an access token as if at that tenant time, to that end. */
    public AccessToken issue(Wanted wanted, Instant at, Instant expires) {
        boolean wallBound = isWallBound(wanted.actor());
        Set<String> roles = roles(
                wanted.actor().userId() == null
                        ? wanted.servicePrincipalId()
                        : wanted.actor().userId());
        String jwt = sign(claims(wanted, roles, wallBound ? wall.instant() : at, expires));
        var token = new AccessToken(
                jwt,
                wanted.actor(),
                wanted.resource(),
                wanted.servicePrincipalId(),
                wanted.grants(),
                roles,
                at,
                expires,
                wallBound,
                wanted.continuousAccess(),
                wanted.strong());
        issued.put(jwt, token);
        state.secrets().add("access-token", owner(wanted.actor()), jwt);
        return token;
    }

    /** The token of that text, if it was issued here. */
    public Optional<AccessToken> find(String jwt) {
        return Optional.ofNullable(issued.get(jwt));
    }

    /** All tokens ever issued. */
    public Iterable<AccessToken> issued() {
        return issued.values();
    }

    /** All tokens issued so far, to be given to {@link #restore}. */
    public Object snapshot() {
        return Set.copyOf(issued.keySet());
    }

    /** Forgets later tokens, except those of operator and application, which live on the wall's time. */
    public void restore(Object snapshot) {
        var earlier = (Set<?>) snapshot;
        issued.values().removeIf(token -> !token.wallBound() && !earlier.contains(token.value()));
    }

    /** Whether it has reached its end. */
    public boolean isExpired(AccessToken token) {
        return !(token.wallBound() ? wall.instant() : state.now()).isBefore(token.expires());
    }

    /** How many seconds it still has, in the time it is bound to. */
    public long secondsLeft(AccessToken token) {
        return Duration.between(token.wallBound() ? wall.instant() : state.now(), token.expires())
                .toSeconds();
    }

    /** A JWT of these claims, signed with our key. */
    public String sign(JsonObject claims) {
        JsonObject header = Json.object("typ", "JWT", "alg", "RS256", "kid", KEY_ID);
        String content = URL.encodeToString(Json.bytes(header)) + "." + URL.encodeToString(Json.bytes(claims));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signingKeys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The active directory roles of a principal in the whole tenant, as template ids. */
    public Set<String> roles(@Nullable String principalId) {
        return state.table(RoleAssignment.TABLE).all().stream()
                .filter(assignment ->
                        !assignment.eligible() && assignment.principalId().equals(principalId))
                .filter(assignment -> assignment.scope().equals(RoleAssignment.TENANT))
                .map(RoleAssignment::roleTemplateId)
                .collect(Collectors.toSet());
    }

    private static boolean isWallBound(Actor actor) {
        return actor.caller() == Caller.OPERATOR || actor.caller() == Caller.APP;
    }

    private static String owner(Actor actor) {
        String upn = actor.userPrincipalName();
        return actor.caller().text() + (upn == null ? "" : " " + upn);
    }

    private JsonObject claims(Wanted wanted, Set<String> roles, Instant from, Instant expires) {
        Actor actor = wanted.actor();
        boolean delegated = actor.userId() != null;
        JsonObject claims = Json.object(
                "aud", wanted.resource().audience(),
                "iss", "https://sts.windows.net/" + tenantId + "/",
                "iat", from.getEpochSecond(),
                "nbf", from.getEpochSecond(),
                "exp", expires.getEpochSecond(),
                "appid", actor.appId(),
                "idtyp", delegated ? "user" : "app",
                "oid", delegated ? actor.userId() : wanted.servicePrincipalId(),
                "tid", tenantId,
                "uti", UUID.randomUUID().toString().replace("-", "").substring(0, 22),
                "ver", "1.0",
                "wids", Json.array(roles.stream().sorted().toList()));
        if (delegated) {
            claims.addProperty(
                    "scp", String.join(" ", wanted.grants().stream().sorted().toList()));
            claims.addProperty("upn", actor.userPrincipalName());
            claims.add("amr", wanted.strong() ? Json.array("pwd", "mfa") : Json.array("pwd"));
            claims.add("sid", Json.element(actor.sessionId()));
        } else {
            claims.add("roles", Json.array(wanted.grants().stream().sorted().toList()));
        }
        if (wanted.continuousAccess()) {
            claims.add("xms_cc", Json.array("cp1"));
        }
        return claims;
    }
}
