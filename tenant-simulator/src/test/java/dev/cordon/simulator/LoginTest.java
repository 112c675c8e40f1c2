package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in: discovery, browser code, device code, refresh, and what ends a session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String OFFICE = "d3590ed6-52b3-4102-aeff-aad2292ab01c";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private TestingTenant tenant;

    @BeforeAll
    void start() {
        tenant = TestingTenant.small();
        tenant.control("/snapshot", new JsonObject());
    }

    @BeforeEach
    void restore() {
        tenant.control("/restore", new JsonObject());
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void tells_where_its_endpoints_are() {
        Reply reply = get("/v2.0/.well-known/openid-configuration");
        assertThat(reply.json().get("token_endpoint").getAsString())
                .isEqualTo(tenant.connection().authority() + "/oauth2/v2.0/token");
        assertThat(get("/discovery/v2.0/keys").json().getAsJsonArray("keys")).hasSize(1);
    }

    @Test
    void shows_a_page_with_a_form_to_a_browser() {
        Reply page = send(HttpRequest.newBuilder(authorize(OFFICE, "state-1")));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("name=login", "name=password", "<form method=post>");
    }

    @Test
    void signs_a_person_in_by_password_and_gives_tokens_for_the_code() {
        JsonObject tokens = signIn(Map.of("login", ANNA, "password", "Autumn-2025!xyz"));
        assertThat(tokens.keySet()).contains("access_token", "refresh_token", "id_token", "expires_in", "scope");
        Reply me = tenant.graph(tokens.get("access_token").getAsString(), "GET", "/v1.0/me");
        assertThat(me.json().get("userPrincipalName").getAsString()).isEqualTo(ANNA);
    }

    @Test
    void refuses_a_wrong_password_with_50126() {
        Reply page = post(authorize(OFFICE, "s"), Map.of("login", ANNA, "password", "guess"));
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("AADSTS50126");
    }

    @Test
    void lets_the_operator_in_without_a_password_where_a_script_says_so() {
        URI uri = URI.create(authorize(tenant.connection().clientId(), "s") + "&login_hint=admin%40contoso.example");
        Reply reply = send(HttpRequest.newBuilder(uri).header("x-simulated-operator", "approve"));
        assertThat(reply.status()).isEqualTo(302);
        String token = redeem(tenant.connection().clientId(), code(reply))
                .json()
                .get("access_token")
                .getAsString();
        assertThat(tenant.graph(token, "GET", "/v1.0/me")
                        .json()
                        .get("userPrincipalName")
                        .getAsString())
                .isEqualTo("admin@contoso.example");
    }

    @Test
    void refuses_a_code_whose_verifier_does_not_fit() {
        Reply reply = post(authorize(OFFICE, "s"), Map.of("login", ANNA, "password", "Autumn-2025!xyz"));
        Map<String, String> form = new HashMap<>(codeForm(OFFICE, code(reply)));
        form.put("code_verifier", "another-verifier-that-is-long-enough-0123456789");
        assertThat(tenant.token(form).json().get("error").getAsString()).isEqualTo("invalid_grant");
    }

    @Test
    void refreshes_until_the_sessions_are_revoked() {
        JsonObject tokens = signIn(Map.of("login", ANNA, "password", "Autumn-2025!xyz"));
        String refresh = tokens.get("refresh_token").getAsString();
        assertThat(refresh(refresh).status()).isEqualTo(200);
        tenant.graph(tenant.graphToken(), "POST", "/v1.0/users/" + ANNA + "/revokeSignInSessions");
        Reply refused = refresh(refresh);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getAsJsonArray("error_codes").get(0).getAsInt())
                .isEqualTo(50173);
    }

    @Test
    void does_not_refresh_for_a_blocked_account() {
        JsonObject tokens = signIn(Map.of("login", ANNA, "password", "Autumn-2025!xyz"));
        tenant.graph(tenant.graphToken(), "PATCH", "/v1.0/users/" + ANNA, Json.object("accountEnabled", false));
        Reply refused = refresh(tokens.get("refresh_token").getAsString());
        assertThat(refused.json().getAsJsonArray("error_codes").get(0).getAsInt())
                .isEqualTo(50057);
    }

    @Test
    void lets_a_strong_session_outlive_a_password_reset_alone() {
        registerMethod();
        JsonObject strong = signIn(withFactor("Autumn-2025!xyz"));
        reset("Winter!2026-long");
        assertThat(refresh(strong.get("refresh_token").getAsString()).status()).isEqualTo(200);
    }

    @Test
    void ends_a_password_session_with_the_password() {
        JsonObject weak = signIn(Map.of("login", ANNA, "password", "Autumn-2025!xyz"));
        reset("Winter!2026-long");
        assertThat(refresh(weak.get("refresh_token").getAsString())
                        .json()
                        .getAsJsonArray("error_codes")
                        .get(0)
                        .getAsInt())
                .isEqualTo(50173);
    }

    @Test
    void asks_for_a_second_factor_where_there_is_one() {
        registerMethod();
        Reply page = post(authorize(OFFICE, "s"), Map.of("login", ANNA, "password", "Autumn-2025!xyz"));
        assertThat(page.text()).contains("AADSTS50076");
        assertThat(signIn(withFactor("Autumn-2025!xyz")).has("access_token")).isTrue();
    }

    @Test
    void asks_for_a_new_password_after_a_reset() {
        reset("Winter!2026-long");
        Reply page = post(authorize(OFFICE, "s"), Map.of("login", ANNA, "password", "Winter!2026-long"));
        assertThat(page.text()).contains("AADSTS50055");
        JsonObject tokens =
                signIn(Map.of("login", ANNA, "password", "Winter!2026-long", "newPassword", "Spring!2026-longer"));
        assertThat(tokens.has("access_token")).isTrue();
    }

    @Test
    void challenges_a_capable_client_after_a_revoke() {
        Map<String, String> form = new HashMap<>(codeForm(
                OFFICE, code(post(authorize(OFFICE, "s"), Map.of("login", ANNA, "password", "Autumn-2025!xyz")))));
        form.put("claims", "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}");
        String token = tenant.token(form).json().get("access_token").getAsString();
        assertThat(tenant.graph(token, "GET", "/v1.0/me").status()).isEqualTo(200);
        tenant.graph(tenant.graphToken(), "POST", "/v1.0/users/" + ANNA + "/revokeSignInSessions");
        Reply challenged = tenant.graph(token, "GET", "/v1.0/me");
        assertThat(challenged.status()).isEqualTo(401);
        assertThat(challenged.header("www-authenticate")).contains("insufficient_claims", "claims=\"");
    }

    @Test
    void lets_an_ordinary_access_token_live_out_its_hour() {
        String token = signIn(Map.of("login", ANNA, "password", "Autumn-2025!xyz"))
                .get("access_token")
                .getAsString();
        tenant.graph(tenant.graphToken(), "POST", "/v1.0/users/" + ANNA + "/revokeSignInSessions");
        assertThat(tenant.graph(token, "GET", "/v1.0/me").status()).isEqualTo(200);
        tenant.advance("PT91M");
        assertThat(tenant.graph(token, "GET", "/v1.0/me").status()).isEqualTo(401);
    }

    @Test
    void gives_tokens_for_a_device_code_once_it_is_approved() {
        Reply started = tenant.form(
                "/oauth2/v2.0/devicecode",
                Map.of("client_id", tenant.connection().clientId(), "scope", "https://graph.microsoft.com/.default"));
        Map<String, String> poll = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", tenant.connection().clientId(),
                "device_code", started.json().get("device_code").getAsString());
        assertThat(tenant.token(poll).json().get("error").getAsString()).isEqualTo("authorization_pending");
        tenant.form(
                "/oauth2/deviceauth",
                Map.of(
                        "user_code", started.json().get("user_code").getAsString(),
                        "login", "admin@contoso.example",
                        "simulated", "operator"));
        assertThat(tenant.token(poll).json().has("access_token")).isTrue();
    }

    @Test
    void refuses_a_tenant_it_is_not() {
        String elsewhere = tenant.connection().authority().replaceAll("/[^/]+$", "/elsewhere.example");
        Reply reply = send(HttpRequest.newBuilder(URI.create(elsewhere + "/oauth2/v2.0/token"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(reply.json().getAsJsonArray("error_codes").get(0).getAsInt()).isEqualTo(90002);
    }

    private void reset(String password) {
        JsonObject profile = Json.object("password", password, "forceChangePasswordNextSignIn", true);
        Reply reply = tenant.graph(
                tenant.graphToken(), "PATCH", "/v1.0/users/" + ANNA, Json.object("passwordProfile", profile));
        assertThat(reply.status()).isEqualTo(204);
    }

    private String[] factor = {"", ""};

    private void registerMethod() {
        Reply made = tenant.graph(
                tenant.graphToken(),
                "POST",
                "/beta/users/" + ANNA + "/authentication/softwareOathMethods",
                new JsonObject());
        factor = new String[] {
            made.json().get("id").getAsString(), made.json().get("secretKey").getAsString()
        };
    }

    private Map<String, String> withFactor(String password) {
        return Map.of("login", ANNA, "password", password, "method", factor[0], "proof", factor[1]);
    }

    private JsonObject signIn(Map<String, String> form) {
        Reply back = post(authorize(OFFICE, "state-2"), form);
        assertThat(back.status()).as(back.text()).isEqualTo(302);
        return redeem(OFFICE, code(back)).json();
    }

    private Reply redeem(String client, String code) {
        return tenant.token(codeForm(client, code));
    }

    private static Map<String, String> codeForm(String client, String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                client,
                "code",
                code,
                "redirect_uri",
                "http://localhost:4711",
                "code_verifier",
                VERIFIER,
                "scope",
                "https://graph.microsoft.com/.default offline_access openid");
    }

    private Reply refresh(String refreshToken) {
        return tenant.token(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                OFFICE,
                "refresh_token",
                refreshToken,
                "scope",
                "https://graph.microsoft.com/.default"));
    }

    private URI authorize(String client, String state) {
        String scope = URLEncoder.encode("https://graph.microsoft.com/.default", StandardCharsets.UTF_8);
        return URI.create(tenant.connection().authority() + "/oauth2/v2.0/authorize?client_id=" + client
                + "&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A4711&scope=" + scope + "&state=" + state
                + "&code_challenge_method=S256&code_challenge=" + challenge());
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Reply post(URI uri, Map<String, String> form) {
        return tenant.form("/oauth2/v2.0/authorize?" + uri.getRawQuery(), form);
    }

    private Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(tenant.connection().authority() + path)));
    }

    private Reply send(HttpRequest.Builder builder) {
        return tenant.send(builder.build());
    }

    private static String code(Reply reply) {
        String location = reply.header("location");
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }
}
