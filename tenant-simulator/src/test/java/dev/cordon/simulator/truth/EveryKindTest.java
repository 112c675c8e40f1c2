package dev.cordon.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryKindTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String PLANTED = """
            persistence:
              - {id: e-sweep, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, object: {sweep: {Sender: bank@mail.example, DestinationFolder: Archive}}}
              - {id: e-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: attacker, object: {ForwardingAddress: bo.lund@contoso.example}}
              - {id: e-delegate, kind: delegate, owner: anna.berg@contoso.example, by: attacker, object: {User: bo.lund@contoso.example, AccessRights: [FullAccess, SendAs]}}
              - {id: e-folder, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, object: {Folder: Inbox, User: Default, AccessRights: [Reviewer]}}
              - {id: e-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: attacker, object: {PublishEnabled: true, DetailLevel: FullDetails}}
              - {id: e-consent, kind: consent, owner: anna.berg@contoso.example, by: attacker, object: {app: {displayName: Mail Helper}, scope: Mail.Read offline_access}}
              - {id: e-app, kind: app-role-assignment, owner: anna.berg@contoso.example, by: attacker, object: {displayName: Mail Helper}}
              - {id: e-device, kind: device, owner: anna.berg@contoso.example, by: attacker, object: {displayName: DESKTOP-EVIL, operatingSystem: Windows}}
              - {id: e-reply, kind: auto-reply, owner: anna.berg@contoso.example, by: attacker, object: {status: alwaysEnabled, externalReplyMessage: new bank details}}
              - {id: e-transport, kind: transport-rule, by: attacker, object: {Name: copy, BlindCopyTo: [drop@mail.example]}}
              - {id: e-connector, kind: connector, by: attacker, object: {Name: out, direction: outbound, SmartHosts: [192.0.2.9]}}
              - {id: e-domain, kind: remote-domain, by: attacker, object: {DomainName: mail.example, AutoForwardEnabled: true}}
              - {id: bo-device, kind: device, owner: bo.lund@contoso.example, by: legitimate, object: {displayName: LT-BO}}
            """;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private String exchange;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private String graph;

    @BeforeAll
    void start() {
        tenant = TestingTenant.of(TestingTenant.SMALL.replace("attacker: {}\n", PLANTED));
        exchange = tenant.tokenAs("app", "exchange");
        graph = tenant.tokenAs("app", "graph");
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    private JsonObject anna() {
        return tenant.control("/truth").json().getAsJsonObject("accounts").getAsJsonObject(ANNA);
    }

    private Reply run(String cmdlet, @Nullable Object... parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", cmdlet, "Parameters", Json.object(parameters)));
        var reply = tenant.send(
                HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/adminapi/beta/"
                                + tenant.connection().tenantId() + "/InvokeCommand"))
                        .header("Authorization", "Bearer " + exchange)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build());
        assertThat(reply.status()).as(cmdlet + " " + reply.text()).isEqualTo(200);
        return reply;
    }

    private void delete(String path) {
        for (var row :
                tenant.graph(graph, "GET", "/v1.0/users/" + ANNA + "/" + path).value()) {
            var prefix = path.equals("oauth2PermissionGrants") ? "/v1.0/" : "/v1.0/users/" + ANNA + "/";
            assertThat(tenant.graph(
                                    graph,
                                    "DELETE",
                                    prefix + path + "/" + row.get("id").getAsString())
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void every_planted_kind_is_held_and_can_be_taken_away() {
        var before = anna();
        assertThat(before.get("attackerAccess").getAsBoolean()).isTrue();
        assertThat(before.get("mailFeed").getAsBoolean()).isTrue();
        for (var kind : List.of(
                "rules",
                "forwarding",
                "delegates",
                "folderPermissions",
                "consents",
                "devices",
                "autoReply",
                "transportRules",
                "connectors")) {
            assertThat(before.getAsJsonObject("holds").getAsJsonArray(kind))
                    .as(kind)
                    .isNotEmpty();
        }

        var sweep = run("Get-SweepRule", "Mailbox", ANNA).value().getFirst().get("Identity");
        run("Remove-SweepRule", "Mailbox", ANNA, "Identity", sweep, "Confirm", false);
        run("Set-Mailbox", "Identity", ANNA, "ForwardingAddress", null);
        run(
                "Remove-MailboxPermission",
                "Identity",
                ANNA,
                "User",
                "bo.lund@contoso.example",
                "AccessRights",
                "FullAccess",
                "Confirm",
                false);
        run(
                "Remove-RecipientPermission",
                "Identity",
                ANNA,
                "Trustee",
                "bo.lund@contoso.example",
                "AccessRights",
                "SendAs",
                "Confirm",
                false);
        run("Set-MailboxFolderPermission", "Identity", ANNA + ":\\Inbox", "User", "Default", "AccessRights", "None");
        run("Set-MailboxCalendarFolder", "Identity", ANNA + ":\\Calendar", "PublishEnabled", false);
        run("Set-MailboxAutoReplyConfiguration", "Identity", ANNA, "AutoReplyState", "Disabled");
        run("Disable-TransportRule", "Identity", "copy", "Confirm", false);
        run("Set-OutboundConnector", "Identity", "out", "Enabled", false);
        run("Set-RemoteDomain", "Identity", "mail.example", "AutoForwardEnabled", false);
        delete("oauth2PermissionGrants");
        delete("appRoleAssignments");
        for (var device : tenant.graph(graph, "GET", "/v1.0/users/" + ANNA + "/registeredDevices")
                .value()) {
            tenant.graph(
                    graph,
                    "PATCH",
                    "/v1.0/devices/" + device.get("id").getAsString(),
                    Json.object("accountEnabled", false));
        }

        var after = anna();
        assertThat(after.get("attackerAccess").getAsBoolean()).isFalse();
        assertThat(after.get("mailFeed").getAsBoolean()).isFalse();
        after.getAsJsonObject("holds")
                .entrySet()
                .forEach(held -> assertThat(held.getValue().getAsJsonArray())
                        .as(held.getKey())
                        .isEmpty());
        assertThat(tenant.control("/truth").json().getAsJsonArray("collateral")).isEmpty();
    }

    private String lastAudit() {
        return tenant.graph(graph, "GET", "/v1.0/auditLogs/directoryAudits")
                .value()
                .getFirst()
                .get("activityDisplayName")
                .getAsString();
    }

    @Test
    void the_directory_audit_names_the_application_and_the_device() {
        assertThat(targets("Consent to application")).containsExactly("ServicePrincipal Mail Helper");
        assertThat(targets("Register device"))
                .contains("Device DESKTOP-EVIL", "User Anna Berg", "Device LT-BO", "User Bo Lund");

        tenant.control("/snapshot", new JsonObject());
        var grant = tenant.graph(graph, "GET", "/v1.0/users/anna.berg@contoso.example/oauth2PermissionGrants")
                .value()
                .getFirst()
                .get("id")
                .getAsString();
        assertThat(tenant.graph(graph, "DELETE", "/v1.0/oauth2PermissionGrants/" + grant)
                        .status())
                .isEqualTo(204);
        assertThat(targets("Remove delegated permission grant"))
                .containsExactly("ServicePrincipal Microsoft Graph", "User Anna Berg");
        tenant.control("/restore", new JsonObject());
    }

    private List<String> targets(String activity) {
        return tenant.graph(graph, "GET", "/v1.0/auditLogs/directoryAudits").value().stream()
                .filter(row -> row.get("activityDisplayName").getAsString().equals(activity))
                .flatMap(row -> row.getAsJsonArray("targetResources").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .map(target -> target.get("type").getAsString() + " "
                        + target.get("displayName").getAsString())
                .toList();
    }

    @Test
    void a_device_that_is_deleted_is_gone_and_collateral() {
        tenant.control("/snapshot", new JsonObject());
        var device = tenant.graph(graph, "GET", "/v1.0/users/bo.lund@contoso.example/registeredDevices")
                .value()
                .getFirst()
                .get("id")
                .getAsString();
        assertThat(tenant.graph(graph, "DELETE", "/v1.0/devices/" + device).status())
                .isEqualTo(204);
        assertThat(tenant.graph(graph, "DELETE", "/v1.0/devices/" + device).status())
                .isEqualTo(404);
        assertThat(lastAudit()).isEqualTo("Delete device");
        assertThat(tenant.control("/truth").json().getAsJsonArray("collateral").toString())
                .contains("bo-device", "removed");
        tenant.control("/restore", new JsonObject());
    }

    @Test
    void a_transport_rule_that_is_removed_is_gone() {
        tenant.control("/snapshot", new JsonObject());
        run("Remove-TransportRule", "Identity", "copy", "Confirm", false);
        assertThat(run("Get-TransportRule").value()).isEmpty();
        assertThat(tenant.control("/truth").json().getAsJsonArray("collateral")).isEmpty();
        tenant.control("/restore", new JsonObject());
    }

    @Test
    void every_folder_has_permissions_and_goes_by_its_id_too() {
        var archive = run("Get-MailboxFolderStatistics", "Identity", ANNA).value().stream()
                .filter(folder -> folder.get("Name").getAsString().equals("Archive"))
                .findFirst()
                .orElseThrow()
                .get("FolderId")
                .getAsString();
        var permissions = run("Get-MailboxFolderPermission", "Identity", ANNA + ":" + archive)
                .value();
        assertThat(permissions)
                .extracting(row -> row.get("User").getAsString())
                .containsExactly("Default", "Anonymous");
        run(
                "Set-MailboxFolderPermission",
                "Identity",
                ANNA + ":" + archive,
                "User",
                "Default",
                "AccessRights",
                "Reviewer");
        assertThat(run("Get-MailboxFolderPermission", "Identity", ANNA + ":\\Archive", "User", "Default")
                        .value()
                        .getFirst()
                        .get("AccessRights")
                        .toString())
                .contains("Reviewer");
    }
}
