package dev.cordon.simulator.methods;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authentication methods of every type are taken away, and given back where an administrator can (B1-B5, U12). */
class MethodWritesTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BASE = "/users/" + ANNA + "/authentication/";
    private static final String PLANTED = """
            {id: own-app, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: microsoftAuthenticator, displayName: iPhone, default: true}}
            {id: own-phone, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: phone, phoneNumber: "+353 871234567", phoneType: mobile}}
            {id: own-alternate, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: phone, phoneNumber: "+353 871234568", phoneType: alternateMobile}}
            {id: own-oath, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: softwareOath}}
            {id: evil-oath, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, object: {type: softwareOath}}
            {id: own-key, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: fido2, displayName: Key}}
            {id: own-mail, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: email, emailAddress: anna@home.example}}
            {id: evil-pass, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, object: {type: temporaryAccessPass, lifetimeInMinutes: 2880}}
            {id: own-hello, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: windowsHelloForBusiness, displayName: PC}}
            {id: own-mac, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: platformCredential, displayName: Mac, platform: macOS}}
            {id: own-card, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: external, displayName: Card}}
            {id: own-qr, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, object: {type: qrCodePin}}
            """;

    MethodWritesTest() {
        super(PLANTED);
    }

    private String id(String collection) {
        return responder.list(BASE + collection).getFirst().get("id").getAsString();
    }

    @ParameterizedTest
    @CsvSource({
        "softwareOathMethods,own-oath",
        "fido2Methods,own-key",
        "emailMethods,own-mail",
        "windowsHelloForBusinessMethods,own-hello",
        "platformCredentialMethods,own-mac",
        "externalAuthenticationMethods,own-card",
    })
    void every_type_is_deleted_through_its_path(String collection, String planted) {
        var path = BASE + collection + "/" + id(collection);
        responder.done("DELETE", path);
        assertThat(responder.collateral())
                .as("though another like it may be left")
                .containsExactly(planted + " removed");
        assertThat(responder.lastActivity()).isEqualTo("Admin deleted security info");
        assertThat(responder.graph("DELETE", path).status()).isEqualTo(404);
    }

    @Test
    void the_code_and_pin_has_no_id_in_its_path() {
        responder.done("GET", BASE + "qrCodePinMethod");
        responder.done("DELETE", BASE + "qrCodePinMethod");
        assertThat(responder.collateral()).containsExactly("own-qr removed");
        assertThat(responder.graph("GET", BASE + "qrCodePinMethod").status()).isEqualTo(404);
    }

    @Test
    void telephones_go_the_alternate_first_and_come_back_equal() {
        var phones = responder.list(BASE + "phoneMethods");
        var mobile = phones.getFirst();
        var alternate = phones.getLast();
        assertThat(responder
                        .graph(
                                "DELETE",
                                BASE + "phoneMethods/" + mobile.get("id").getAsString())
                        .status())
                .isEqualTo(400);
        for (var phone : List.of(alternate, mobile)) {
            responder.done("DELETE", BASE + "phoneMethods/" + phone.get("id").getAsString());
        }
        assertThat(responder.collateral()).containsExactly("own-phone removed", "own-alternate removed");

        for (var phone : List.of(mobile, alternate)) {
            var made = responder.done(
                    "POST",
                    BASE + "phoneMethods",
                    Json.object("phoneNumber", phone.get("phoneNumber"), "phoneType", phone.get("phoneType")));
            assertThat(made.get("id")).isEqualTo(phone.get("id"));
        }
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void an_address_goes_and_comes_back_equal_and_no_second_one() {
        responder.done("DELETE", BASE + "emailMethods/" + id("emailMethods"));
        var body = Json.object("emailAddress", "anna@home.example");
        responder.done("POST", BASE + "emailMethods", body);
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.graph("POST", BASE + "emailMethods", body).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0871234567", "+353", "", "tel:+353 871234567"})
    void what_is_no_telephone_number_is_refused(String number) {
        var bo = "/users/bo.lund@contoso.example/authentication/phoneMethods";
        assertThat(responder
                        .graph("POST", bo, Json.object("phoneNumber", number, "phoneType", "mobile"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_pass_replaces_the_attackers_and_is_deleted() {
        assertThat(responder.holds(ANNA, "methods")).hasSize(2);
        var pass = responder.done(
                "POST",
                BASE + "temporaryAccessPassMethods",
                Json.object("lifetimeInMinutes", 60, "isUsableOnce", true));
        assertThat(pass.get("temporaryAccessPass").getAsString()).isNotEmpty();
        assertThat(responder.holds(ANNA, "methods")).hasSize(1);
        responder.done(
                "DELETE", BASE + "temporaryAccessPassMethods/" + pass.get("id").getAsString());
        assertThat(responder.list(BASE + "temporaryAccessPassMethods")).isEmpty();
    }

    private JsonObject preferences(JsonElement... change) {
        var token = responder.tenant().tokenAs("app", "graph");
        var path = "/beta" + BASE + "signInPreferences";
        if (change.length > 0) {
            var reply = responder.tenant().graph(token, "PATCH", path, change);
            assertThat(reply.status()).as(reply.text()).isEqualTo(204);
        }
        return responder.tenant().graph(token, "GET", path).json();
    }

    @Test
    void the_default_is_deleted_once_another_is_preferred_and_preferences_come_back() {
        var app = BASE + "microsoftAuthenticatorMethods/" + id("microsoftAuthenticatorMethods");
        assertThat(responder.graph("DELETE", app).text()).contains("default authentication method");

        var before = preferences();
        assertThat(before.get("userPreferredMethodForSecondaryAuthentication").getAsString())
                .isEqualTo("push");
        preferences(Json.object(
                "userPreferredMethodForSecondaryAuthentication",
                "sms",
                "isSystemPreferredAuthenticationMethodEnabled",
                true));
        assertThat(preferences()
                        .get("isSystemPreferredAuthenticationMethodEnabled")
                        .getAsBoolean())
                .isTrue();
        before.remove("@odata.context");
        assertThat(preferences(before)
                        .get("userPreferredMethodForSecondaryAuthentication")
                        .getAsString())
                .isEqualTo("push");
        assertThat(preferences()
                        .get("isSystemPreferredAuthenticationMethodEnabled")
                        .getAsBoolean())
                .isFalse();

        preferences(Json.object("userPreferredMethodForSecondaryAuthentication", "oath"));
        responder.done("DELETE", app);
    }

    @Test
    void none_cannot_be_preferred() {
        var reply = responder
                .tenant()
                .graph(
                        responder.tenant().tokenAs("app", "graph"),
                        "PATCH",
                        "/beta" + BASE + "signInPreferences",
                        Json.object("userPreferredMethodForSecondaryAuthentication", "none"));
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void an_authentication_administrator_sees_telephone_numbers_masked() {
        var operator = responder.tenant().tokenAs("operator", "graph");
        var shown = responder.tenant().graph(operator, "GET", "/v1.0" + BASE + "phoneMethods");
        assertThat(shown.value().getFirst().get("phoneNumber").getAsString()).isEqualTo("+353 XXXXXXX67");
        assertThat(responder
                        .list(BASE + "phoneMethods")
                        .getFirst()
                        .get("phoneNumber")
                        .getAsString())
                .isEqualTo("+353 871234567");
        var chief = responder.tenant().tokenAs("chief@contoso.example", "graph");
        assertThat(responder
                        .tenant()
                        .graph(chief, "GET", "/v1.0" + BASE + "phoneMethods")
                        .text())
                .doesNotContain("XX");
    }

    @Test
    void somebody_elses_account_is_blocked_and_unblocked_deleted_and_restored() {
        var bo = "/users/" + responder.id("bo.lund@contoso.example");
        responder.done("PATCH", bo, Json.object("accountEnabled", false));
        assertThat(responder.collateral()).containsExactly("bo.lund@contoso.example disabled");
        responder.done("PATCH", bo, Json.object("accountEnabled", true));
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.lastActivity()).isEqualTo("Enable account");
        responder.done("DELETE", bo);
        assertThat(responder.collateral()).containsExactly("bo.lund@contoso.example removed");
        responder.done("POST", bo.replace("/users/", "/directory/deletedItems/") + "/restore", new JsonObject());
        assertThat(responder.collateral()).isEmpty();
    }
}
