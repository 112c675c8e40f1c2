package dev.cordon.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The attacker makes again what was taken from him, as long as an old token of his lives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactionsTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String PLANTED = """
            {id: evil-behalf, kind: delegate, owner: anna.berg@contoso.example, by: attacker, object: {User: bo.lund@contoso.example, AccessRights: [SendOnBehalf]}}
            {id: evil-folder, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, object: {Folder: Inbox, User: Default, AccessRights: [Reviewer]}}
            {id: evil-consent, kind: consent, owner: anna.berg@contoso.example, by: attacker, object: {app: {displayName: Mail Helper}, scope: [Mail.ReadWrite]}}
            {id: evil-device, kind: device, owner: anna.berg@contoso.example, by: attacker, object: {displayName: DESKTOP-EVIL}}
            """;
    private static final String ATTACKER = """
            attacker:
              from: [{ip: 203.0.113.9, country: NL, userAgent: axios/1.7}]
              knows: [{user: anna.berg@contoso.example, password: true}]
              holds:
                sessions: [{id: stolen, user: anna.berg@contoso.example, resources: [graph, exchange], cae: false, mfa: true, issued: -PT20H, accessTokenIssued: -PT10M, accessTokenLife: PT75M}]
              plan:
                - {when: delegate-removed, match: evil-behalf, after: PT10S, do: create, like: evil-behalf, session: any-live}
                - {when: delegate-removed, match: evil-folder, after: PT10S, do: create, like: evil-folder, session: any-live}
                - {when: consent-deleted, match: evil-consent, after: PT10S, do: create, like: evil-consent, session: any-live}
                - {when: device-disabled, match: evil-device, after: PT10S, do: register-device, object: {displayName: DESKTOP-AGAIN}, session: any-live}
            """;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Responder responder;

    @BeforeAll
    void start() {
        var scenario = TestingTenant.SMALL
                        .replace("userConsent: false", "userConsent: true")
                        .replace("attacker: {}\n", "")
                + ATTACKER;
        responder = Responder.in(scenario + "attacker: {}\n", PLANTED);
        responder.tenant().control("/snapshot", new JsonObject());
    }

    @BeforeEach
    void goBack() {
        responder.tenant().control("/restore", new JsonObject());
    }

    @AfterAll
    void stop() {
        responder.close();
    }

    /** Lets tenant time pass until it is so, for two hours at most. */
    private void passesUntil(BooleanSupplier isSo) {
        for (var minutes = 0; minutes < 120 && !isSo.getAsBoolean(); minutes++) {
            responder.tenant().advance("PT1M");
        }
        assertThat(isSo.getAsBoolean()).isTrue();
    }

    private int held(String kind) {
        return responder.holds(ANNA, kind).size();
    }

    @Test
    void gives_send_on_behalf_again() {
        responder.run("Set-Mailbox", "Identity", ANNA, "GrantSendOnBehalfTo", Json.object("remove", "Bo Lund"));
        assertThat(held("delegates")).isZero();
        passesUntil(() -> held("delegates") == 1);
    }

    @Test
    void opens_a_folder_again_that_was_set_to_none() {
        responder.run(
                "Set-MailboxFolderPermission",
                "Identity",
                ANNA + ":\\Inbox",
                "User",
                "Default",
                "AccessRights",
                List.of("None"));
        assertThat(held("folderPermissions")).isZero();
        passesUntil(() -> held("folderPermissions") == 1);
    }

    @Test
    void consents_again() {
        var grant = responder.list("/users/" + ANNA + "/oauth2PermissionGrants").getFirst();
        responder.done("DELETE", "/oauth2PermissionGrants/" + grant.get("id").getAsString());
        assertThat(held("consents")).isZero();
        passesUntil(() -> held("consents") == 1);
        assertThat(responder.list("/auditLogs/directoryAudits"))
                .extracting(row -> row.get("activityDisplayName").getAsString())
                .contains("Consent to application");
    }

    @Test
    void registers_another_device() {
        var device = responder.list("/users/" + ANNA + "/registeredDevices").stream()
                .filter(row -> row.get("displayName").getAsString().equals("DESKTOP-EVIL"))
                .findFirst()
                .orElseThrow();
        responder.done("PATCH", "/devices/" + device.get("id").getAsString(), Json.object("accountEnabled", false));
        assertThat(held("devices")).isZero();
        passesUntil(() -> held("devices") == 1);
    }

    @Test
    void can_do_nothing_of_it_once_his_token_is_over() {
        responder.done("POST", "/users/" + ANNA + "/revokeSignInSessions");
        responder.tenant().advance("PT2H");
        responder.run("Set-Mailbox", "Identity", ANNA, "GrantSendOnBehalfTo", Json.object("remove", "Bo Lund"));
        responder.tenant().advance("PT1H");
        assertThat(held("delegates")).isZero();
    }
}
