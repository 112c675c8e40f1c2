package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Authentication methods, the default-method trap, passes, and password reset by operation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MethodsTest {

    private static final String BASE = "/v1.0/users/anna.berg@contoso.example/authentication";
    private static final String SCENARIO = TestingTenant.SMALL + """
            persistence:
              - {id: anna-phone, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P400D,
                 object: {type: microsoftAuthenticator, displayName: iPhone 15, default: true}}
              - {id: anna-sms, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P400D,
                 object: {type: phone, phoneNumber: "+353 871234567", phoneType: mobile}}
              - {id: evil-otp, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, created: -PT20H,
                 object: {type: softwareOath}}
            """;

    private TestingTenant tenant;
    private String operator = "";

    @BeforeAll
    void start() {
        tenant = TestingTenant.of(SCENARIO);
        tenant.control("/snapshot", new JsonObject());
    }

    @BeforeEach
    void restore() {
        tenant.control("/restore", new JsonObject());
        operator = tenant.tokenAs("operator", "graph");
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void lists_the_password_and_what_the_scenario_planted() {
        assertThat(types())
                .containsExactlyInAnyOrder(
                        "#microsoft.graph.passwordAuthenticationMethod",
                        "#microsoft.graph.microsoftAuthenticatorAuthenticationMethod",
                        "#microsoft.graph.phoneAuthenticationMethod",
                        "#microsoft.graph.softwareOathAuthenticationMethod");
    }

    @Test
    void deletes_a_method_through_its_typed_path_only() {
        String id = id("softwareOath");
        Reply generic = tenant.graph(operator, "DELETE", BASE + "/methods/" + id);
        assertThat(generic.status()).isEqualTo(404);
        assertThat(generic.json().has("Message")).isTrue();
        assertThat(tenant.graph(operator, "DELETE", BASE + "/softwareOathMethods/" + id)
                        .status())
                .isEqualTo(204);
        assertThat(tenant.graph(operator, "DELETE", BASE + "/softwareOathMethods/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(types()).doesNotContain("#microsoft.graph.softwareOathAuthenticationMethod");
    }

    @Test
    void does_not_delete_the_default_method_before_the_others() {
        String path = BASE + "/microsoftAuthenticatorMethods/" + id("microsoftAuthenticator");
        Reply refused = tenant.graph(operator, "DELETE", path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("badRequest");
        assertThat(refused.text()).contains("default authentication method");
        tenant.graph(operator, "DELETE", BASE + "/softwareOathMethods/" + id("softwareOath"));
        tenant.graph(operator, "DELETE", BASE + "/phoneMethods/" + id("phone"));
        assertThat(tenant.graph(operator, "DELETE", path).status()).isEqualTo(204);
    }

    @Test
    void deletes_a_former_default_once_another_is_preferred() {
        JsonObject wanted = Json.object("userPreferredMethodForSecondaryAuthentication", "sms");
        String preferences = BASE.replace("v1.0", "beta") + "/signInPreferences";
        assertThat(tenant.graph(operator, "PATCH", preferences, wanted).status())
                .isEqualTo(204);
        String path = BASE + "/microsoftAuthenticatorMethods/" + id("microsoftAuthenticator");
        assertThat(tenant.graph(operator, "DELETE", path).status()).isEqualTo(204);
    }

    @Test
    void shows_a_pass_once_and_never_again() {
        Reply made = tenant.graph(
                operator,
                "POST",
                BASE + "/temporaryAccessPassMethods",
                Json.object("lifetimeInMinutes", 60, "isUsableOnce", true));
        assertThat(made.status()).isEqualTo(201);
        String pass = made.json().get("temporaryAccessPass").getAsString();
        assertThat(pass).isNotEmpty();
        assertThat(tenant.graph(operator, "GET", BASE + "/methods").text()).doesNotContain(pass);
        assertThat(tenant.control("/secrets").text()).contains(pass);
    }

    @Test
    void resets_a_password_as_an_operation() {
        String path = BASE + "/methods/28c10230-6103-485e-b985-444c60001490/resetPassword";
        Reply started = tenant.graph(operator, "POST", path, new JsonObject());
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.json().get("newPassword").getAsString()).hasSizeGreaterThan(8);
        tenant.advance("PT1M");
        Reply operation = tenant.send(HttpRequest.newBuilder(URI.create(started.header("location")))
                .header("Authorization", "Bearer " + operator)
                .build());
        assertThat(operation.json().get("status").getAsString()).isEqualTo("succeeded");
    }

    @Test
    void does_not_let_an_application_reset_through_the_method() {
        String path = BASE + "/methods/28c10230-6103-485e-b985-444c60001490/resetPassword";
        assertThat(tenant.graph(tenant.graphToken(), "POST", path, new JsonObject())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void does_not_touch_the_methods_of_a_global_administrator() {
        Reply reply = tenant.graph(operator, "GET", "/v1.0/users/chief@contoso.example/authentication/methods");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.errorCode()).isEqualTo("accessDenied");
    }

    @Test
    void reports_who_has_registered_what() {
        List<JsonObject> rows = tenant.graph(
                        tenant.graphToken(), "GET", "/v1.0/reports/authenticationMethods/userRegistrationDetails")
                .value();
        JsonObject anna = rows.stream()
                .filter(row -> row.get("userPrincipalName").getAsString().startsWith("anna"))
                .findFirst()
                .orElseThrow();
        assertThat(anna.get("isMfaRegistered").getAsBoolean()).isTrue();
        assertThat(anna.getAsJsonArray("methodsRegistered")).hasSize(3);
    }

    private List<String> types() {
        return tenant.graph(operator, "GET", BASE + "/methods").value().stream()
                .map(row -> row.get("@odata.type").getAsString())
                .toList();
    }

    private String id(String type) {
        return tenant.graph(operator, "GET", BASE + "/methods").value().stream()
                .filter(row -> row.get("@odata.type").getAsString().contains("." + type))
                .findFirst()
                .orElseThrow()
                .get("id")
                .getAsString();
    }
}
