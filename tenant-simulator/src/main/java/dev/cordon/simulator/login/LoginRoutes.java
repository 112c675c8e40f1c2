package dev.cordon.simulator.login;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.identity.Tokens;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.throttling.Admission;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.Coverage;
import dev.cordon.simulator.wire.HostNames;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The sign-in host's paths. */
public final class LoginRoutes implements Service {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private static final String AREA = "Sign-in host";

    private final Tenant tenant;
    private final Throttle throttle;
    private final TokenEndpoint token;
    private final AuthorizeEndpoint authorize;
    private final DeviceCodes devices;

    /**
     * The sign-in host of a tenant.
     *
     * @param ports the port of each resource's own host, so that its local URL may stand in scopes
     */
    public LoginRoutes(Tenant tenant, Throttle throttle, HostNames names, Map<Integer, Resource> ports) {
        this.tenant = tenant;
        this.throttle = throttle;
        var signIn = new SignIn(tenant);
        var page = new SignInPage(tenant, signIn);
        this.token =
                new TokenEndpoint(tenant, new Grants(tenant, names, ports), new ClientAssertion(tenant, names), signIn);
        this.authorize = new AuthorizeEndpoint(tenant, signIn, page);
        this.devices = new DeviceCodes(tenant, signIn, page);
    }

    /** What it serves. */
    public static List<Coverage> coverage() {
        String known = "documented; error texts from memory, unverified";
        return List.of(
                new Coverage(AREA, "GET /common/discovery/instance", "G.3", known),
                new Coverage(AREA, "GET /{tenant}/v2.0/.well-known/openid-configuration", "G.3", known),
                new Coverage(AREA, "GET /{tenant}/discovery/v2.0/keys", "G.3", known),
                new Coverage(AREA, "GET, POST /{tenant}/oauth2/v2.0/authorize", "G.3; the page is ours", known),
                new Coverage(AREA, "POST /{tenant}/oauth2/v2.0/devicecode", "G.3", known),
                new Coverage(AREA, "GET, POST /{tenant}/oauth2/deviceauth", "the page is ours", known),
                new Coverage(AREA, "POST /{tenant}/oauth2/v2.0/token: client_credentials", "G.3", known),
                new Coverage(AREA, "POST /{tenant}/oauth2/v2.0/token: authorization_code", "G.3", known),
                new Coverage(AREA, "POST /{tenant}/oauth2/v2.0/token: device_code", "G.3", known),
                new Coverage(AREA, "POST /{tenant}/oauth2/v2.0/token: refresh_token", "G.3, 4.3", known));
    }

    @Override
    public WireResponse answer(WireRequest request) {
        request.trace().bucket("sts");
        return switch (throttle.admit("sts", request.source().ip(), 1)) {
            case Admission.Refused refused -> throttled(refused);
            case Admission.Admitted admitted -> {
                try (admitted) {
                    yield route(request);
                } catch (LoginRefusal refusal) {
                    yield refusal.reason().answer(request, tenant.state().now());
                }
            }
        };
    }

    private WireResponse route(WireRequest request) {
        List<String> path = request.segments();
        String rest = path.isEmpty() ? "" : String.join("/", path.subList(1, path.size()));
        if (path.equals(List.of("common", "discovery", "instance"))) {
            return instances(request);
        }
        if (path.isEmpty() || !tenant.isCalled(path.getFirst())) {
            throw new LoginRefusal(LoginErrors.NO_TENANT);
        }
        return switch (request.method() + " " + rest) {
            case "GET v2.0/.well-known/openid-configuration", "GET .well-known/openid-configuration" ->
                WireResponse.json(200, configuration(request));
            case "GET discovery/v2.0/keys", "GET discovery/keys" -> WireResponse.json(200, keys());
            case "GET oauth2/v2.0/authorize" -> authorize.show(request);
            case "POST oauth2/v2.0/authorize" -> authorize.submit(request);
            case "POST oauth2/v2.0/devicecode" -> devices.issue(request);
            case "GET oauth2/deviceauth" -> devices.show(request);
            case "POST oauth2/deviceauth" -> devices.submit(request);
            case "POST oauth2/v2.0/token" -> token.answer(request);
            default ->
                WireResponse.json(
                        501,
                        Json.object(
                                "error",
                                "not_implemented",
                                "error_description",
                                "The simulated sign-in host does not serve " + request.method() + " "
                                        + request.path()));
        };
    }

    private WireResponse throttled(Admission.Refused refused) {
        WireResponse response = WireResponse.json(
                429,
                Json.object(
                        "error", "temporarily_unavailable", "error_description", "AADSTS90033: Too many requests."));
        return refused.retryAfter()
                .map(wait -> response.with(
                        "Retry-After",
                        String.valueOf(Math.max(1, tenant.state().clock().wallSeconds(wait)))))
                .orElse(response);
    }

    private static WireResponse instances(WireRequest request) {
        String host = request.origin().substring(request.origin().indexOf("://") + 3);
        return WireResponse.json(
                200,
                Json.object(
                        "tenant_discovery_endpoint",
                        request.origin() + "/common/v2.0/.well-known/openid-configuration",
                        "api-version",
                        "1.1",
                        "metadata",
                        Json.array(Json.object(
                                "preferred_network", host,
                                "preferred_cache", host,
                                "aliases", Json.array(host)))));
    }

    private JsonObject configuration(WireRequest request) {
        String base = request.origin() + "/" + tenant.tenantId();
        return Json.object(
                "token_endpoint", base + "/oauth2/v2.0/token",
                "token_endpoint_auth_methods_supported", Json.array("private_key_jwt", "client_secret_post"),
                "jwks_uri", base + "/discovery/v2.0/keys",
                "response_modes_supported", Json.array("query", "fragment", "form_post"),
                "subject_types_supported", Json.array("pairwise"),
                "id_token_signing_alg_values_supported", Json.array("RS256"),
                "response_types_supported", Json.array("code", "id_token", "code id_token"),
                "scopes_supported", Json.array("openid", "profile", "email", "offline_access"),
                "issuer", base + "/v2.0",
                "authorization_endpoint", base + "/oauth2/v2.0/authorize",
                "device_authorization_endpoint", base + "/oauth2/v2.0/devicecode",
                "claims_supported", Json.array("sub", "iss", "aud", "exp", "iat", "tid", "preferred_username"),
                "tenant_region_scope", "EU");
    }

    private JsonObject keys() {
        var key = (RSAPublicKey) tenant.tokens().signingKeys().getPublic();
        return Json.object(
                "keys",
                Json.array(Json.object(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "kid",
                        Tokens.KEY_ID,
                        "n",
                        unsigned(key.getModulus()),
                        "e",
                        unsigned(key.getPublicExponent()))));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        return URL.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
