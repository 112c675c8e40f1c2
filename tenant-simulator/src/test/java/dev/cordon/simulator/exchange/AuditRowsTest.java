package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The unified audit log names the cmdlet that does a thing, with the parameters it was given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditRowsTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String PLANTED = """
            persistence:
              - {id: e-full, kind: delegate, owner: anna.berg@contoso.example, by: attacker, created: -PT1H, object: {User: bo.lund@contoso.example, AccessRights: [FullAccess]}}
              - {id: e-as, kind: delegate, owner: anna.berg@contoso.example, by: attacker, created: -PT2H, object: {User: bo.lund@contoso.example, AccessRights: [SendAs]}}
              - {id: e-behalf, kind: delegate, owner: anna.berg@contoso.example, by: attacker, created: -PT3H, object: {User: bo.lund@contoso.example, AccessRights: [SendOnBehalf]}}
              - {id: e-folder, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, created: -PT4H, object: {Folder: Archive, User: bo.lund@contoso.example, AccessRights: [Reviewer, FolderVisible]}}
              - {id: e-default, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, created: -PT5H, object: {Folder: Inbox, User: Default, AccessRights: [Reviewer]}}
              - {id: e-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: attacker, created: -PT6H, object: {PublishEnabled: true, DetailLevel: FullDetails}}
              - {id: e-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: attacker, created: -PT7H, object: {ForwardingAddress: bo.lund@contoso.example, DeliverToMailboxAndForward: true}}
              - {id: e-reply, kind: auto-reply, owner: anna.berg@contoso.example, by: attacker, created: -PT8H, object: {status: alwaysEnabled, externalAudience: all, externalReplyMessage: new bank details}}
              - {id: e-transport, kind: transport-rule, by: attacker, created: -PT9H, object: {Name: copy, State: Enabled, BlindCopyTo: [drop@mail.example]}}
              - {id: e-in, kind: connector, by: attacker, created: -PT10H, object: {Name: in, direction: inbound, SenderDomains: ["*"]}}
              - {id: e-out, kind: connector, by: attacker, created: -PT11H, object: {Name: out, SmartHosts: [192.0.2.9, 192.0.2.10]}}
              - {id: e-domain, kind: remote-domain, by: attacker, created: -PT12H, object: {Name: drop, DomainName: mail.example, AutoForwardEnabled: true}}
              - {id: e-sweep, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT13H, object: {sweep: {Name: Bank, Sender: bank@mail.example, DestinationFolder: Archive}}}
              - {id: e-hidden, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT14H, hidden: true, object: {displayName: Junk, actions: {delete: true}}}
              - {id: e-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT15H, object: {displayName: "  a/b: c\\\\d ", conditions: {subjectContains: [iban, bank]}, exceptions: {subjectContains: [lunch]}, actions: {moveToFolder: RSS Feeds, markAsRead: true, forwardTo: [drop@mail.example]}}}
              - {id: e-phone, kind: device, owner: anna.berg@contoso.example, by: attacker, created: -PT16H, object: {mobile: true, displayName: Pixel, model: Pixel 8, operatingSystem: Android 14, deviceType: Android, deviceUserAgent: Android-SAMSUNG/101}}
              - {id: e-eligible, kind: role, owner: anna.berg@contoso.example, by: attacker, created: -PT17H, object: {role: Reports Reader, eligible: true}}
              - {id: e-everybody, kind: consent, by: attacker, created: -PT18H, object: {app: {displayName: Connector}, consentType: AllPrincipals, scope: Mail.Read}}
              - {id: e-permission, kind: app-role-assignment, by: attacker, created: -PT19H, object: {app: {displayName: Agent}, appRole: Mail.Read}}
              - {id: o-everybody, kind: consent, by: legitimate, created: -PT20H, object: {app: {displayName: Planner}, consentType: AllPrincipals, scope: User.Read}}
            attacker:
              knows: [{user: anna.berg@contoso.example, password: true}]
            """;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private String exchange;

    @BeforeAll
    void start() {
        tenant = TestingTenant.of(TestingTenant.SMALL.replace("attacker: {}\n", PLANTED));
        exchange = tenant.tokenAs("app", "exchange");
    }

    @AfterAll
    void stop() {
        tenant.close();
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

    private List<JsonObject> rows() {
        return run("Search-UnifiedAuditLog", "StartDate", "2026-02-01", "EndDate", "2027-01-01", "ResultSize", 5000)
                .value()
                .stream()
                .map(row -> Json.parseObject(row.get("AuditData").getAsString()))
                .toList();
    }

    /** The rows of something that was planted that many hours ago. */
    private List<JsonObject> planted(int hours) {
        var at = START.minusSeconds(hours * 3_600L);
        return rows().stream()
                .filter(row -> at.toString().startsWith(row.get("CreationTime").getAsString()))
                .toList();
    }

    private static Map<String, String> parameters(JsonObject row) {
        var parameters = new LinkedHashMap<String, String>();
        row.getAsJsonArray("Parameters").forEach(parameter -> {
            var pair = parameter.getAsJsonObject();
            parameters.put(pair.get("Name").getAsString(), pair.get("Value").getAsString());
        });
        return parameters;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             1 | Add-MailboxPermission             | 1 | User=bo.lund@contoso.example AccessRights=FullAccess Identity=anna.berg@contoso.example
             2 | Add-RecipientPermission           | 1 | Trustee=bo.lund@contoso.example AccessRights=SendAs Identity=anna.berg@contoso.example
             3 | Set-Mailbox                       | 1 | GrantSendOnBehalfTo=bo.lund@contoso.example Identity=anna.berg@contoso.example
             4 | Add-MailboxFolderPermission       | 1 | Identity=anna.berg@contoso.example:\\Archive User=bo.lund@contoso.example AccessRights=Reviewer;FolderVisible
             5 | Set-MailboxFolderPermission       | 1 | Identity=anna.berg@contoso.example:\\Inbox User=Default AccessRights=Reviewer
             6 | Set-MailboxCalendarFolder         | 1 | Identity=anna.berg@contoso.example:\\Calendar PublishEnabled=True DetailLevel=FullDetails
             7 | Set-Mailbox                       | 1 | Identity=anna.berg@contoso.example ForwardingAddress=bo.lund@contoso.example DeliverToMailboxAndForward=True
             8 | Set-MailboxAutoReplyConfiguration | 1 | Identity=anna.berg@contoso.example AutoReplyState=Enabled ExternalAudience=All
             9 | New-TransportRule                 | 1 | Name=copy BlindCopyTo=drop@mail.example Enabled=True
            10 | New-InboundConnector              | 1 | Name=in SenderDomains=*
            11 | New-OutboundConnector             | 1 | Name=out SmartHosts=192.0.2.9;192.0.2.10
            13 | New-SweepRule                     | 1 | Name=Bank Sender=bank@mail.example DestinationFolder=Archive
            14 | UpdateInboxRules                  | 2 | ''
            """)
    void what_was_planted_is_logged_as_the_cmdlet_that_does_it(
            int hours, String operation, int recordType, String parameters) {
        var rows = planted(hours);

        assertThat(rows).hasSize(1);
        var row = rows.getFirst();
        assertThat(row.get("Operation").getAsString()).isEqualTo(operation);
        assertThat(row.get("RecordType").getAsInt()).isEqualTo(recordType);
        for (var pair : parameters.split(" ", 0)) {
            if (!pair.isEmpty()) {
                assertThat(parameters(row)).containsEntry(pair.split("=")[0], pair.split("=")[1]);
            }
        }
    }

    @Test
    void what_outlook_did_with_a_rule_is_told_under_the_rules_own_number() {
        var row = planted(14).getFirst();
        var properties = new LinkedHashMap<String, String>();
        row.getAsJsonArray("OperationProperties").forEach(property -> {
            var pair = property.getAsJsonObject();
            properties.put(pair.get("Name").getAsString(), pair.get("Value").getAsString());
        });
        var rule = run("Get-InboxRule", "Mailbox", ANNA, "IncludeHidden", true).value().stream()
                .filter(shown -> shown.get("Name").getAsString().equals("Junk"))
                .findFirst()
                .orElseThrow();

        assertThat(properties)
                .containsEntry("RuleOperation", "AddMailboxRule")
                .containsEntry("RuleName", "Junk")
                .containsEntry("RuleId", rule.get("RuleIdentity").getAsString());
    }

    @Test
    void no_row_knows_the_scenarios_names() {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain("e-hidden", "e-rule", "e-sweep"));
    }

    @Test
    void a_new_remote_domain_is_made_and_then_set() {
        var rows = planted(12);

        assertThat(rows)
                .extracting(row -> row.get("Operation").getAsString())
                .containsExactlyInAnyOrder("New-RemoteDomain", "Set-RemoteDomain");
        assertThat(rows)
                .anySatisfy(row -> assertThat(parameters(row))
                        .containsEntry("Name", "drop")
                        .containsEntry("DomainName", "mail.example"))
                .anySatisfy(row -> assertThat(parameters(row)).containsEntry("AutoForwardEnabled", "True"));
    }

    @Test
    void an_auto_reply_has_the_cmdlets_names() {
        assertThat(parameters(planted(8).getFirst()))
                .containsEntry("ExternalMessage", "new bank details")
                .doesNotContainKeys("status", "externalReplyMessage");
    }

    @Test
    void a_planted_rules_name_stands_there_as_it_is_with_all_its_signs() {
        var row = planted(15).getFirst();

        assertThat(row.get("Operation").getAsString()).isEqualTo("New-InboxRule");
        assertThat(row.get("ObjectId").getAsString()).isEqualTo(ANNA + "\\  a/b: c\\d ");
        assertThat(parameters(row))
                .containsEntry("Name", "  a/b: c\\d ")
                .containsEntry("SubjectContainsWords", "iban;bank")
                .containsEntry("ExceptIfSubjectContainsWords", "lunch")
                .containsEntry("MoveToFolder", "RSS Feeds")
                .containsEntry("MarkAsRead", "True")
                .containsEntry("ForwardTo", "drop@mail.example")
                .doesNotContainKeys("displayName");
    }

    @Test
    void a_telephone_partnership_makes_no_directory_device_and_no_row() {
        assertThat(planted(16)).isEmpty();
        assertThat(tenant.graph(tenant.tokenAs("app", "graph"), "GET", "/v1.0/auditLogs/directoryAudits")
                        .value())
                .noneSatisfy(row ->
                        assertThat(row.get("activityDisplayName").getAsString()).isEqualTo("Register device"));
    }

    @Test
    void an_eligible_role_is_no_active_one() {
        var eligible = planted(17).getFirst();
        assertThat(eligible.get("Operation").getAsString()).isEqualTo("Add eligible member to role.");
        assertThat(eligible.get("ObjectId").getAsString()).isEqualTo(ANNA);
        assertThat(eligible.getAsJsonArray("Target").toString()).contains("User_", ANNA);
        assertThat(tenant.graph(tenant.tokenAs("app", "graph"), "GET", "/v1.0/auditLogs/directoryAudits")
                        .value())
                .extracting(row -> row.get("activityDisplayName").getAsString())
                .contains("Add eligible member to role")
                .doesNotContain("Add member to role");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T14:00, Add delegated permission grant;Add service principal;Consent to application, anna.berg@contoso.example",
        "2026-03-01T13:00, Add app role assignment to service principal;Add service principal, anna.berg@contoso.example",
        "2026-03-01T12:00, Add delegated permission grant;Add service principal;Consent to application, admin@contoso.example"
    })
    void what_belongs_to_nobody_was_made_from_the_stolen_account_or_by_the_operator(
            String at, String activities, String who) {
        var rows = tenant
                .graph(tenant.tokenAs("app", "graph"), "GET", "/v1.0/auditLogs/directoryAudits?$top=100")
                .value()
                .stream()
                .filter(row -> row.get("activityDateTime").getAsString().startsWith(at))
                .toList();

        assertThat(rows)
                .extracting(row -> row.get("activityDisplayName").getAsString())
                .containsExactlyInAnyOrder(activities.split(";"));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getAsJsonObject("initiatedBy")
                            .getAsJsonObject("user")
                            .get("userPrincipalName")
                            .getAsString())
                    .isEqualTo(who);
            assertThat(row.getAsJsonArray("targetResources"))
                    .isNotEmpty()
                    .allSatisfy(target -> assertThat(
                                    target.getAsJsonObject().get("type").getAsString())
                            .isEqualTo("ServicePrincipal"));
        });
    }

    private JsonObject lastRow(String cmdlet, @Nullable Object... parameters) {
        var before = rows().size();
        run(cmdlet, parameters);
        var after = rows();
        assertThat(after).as("one row for one call").hasSize(before + 1);
        return after.getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"  a/b: c\\d ", ".", "Delegate \\ 1", ":\\", "Ümlaut \u202e;,=", " "})
    void a_rule_made_by_cmdlet_is_logged_under_the_very_name_it_was_given(String name) {
        var made = run("New-InboxRule", "Mailbox", BO, "Name", name, "MarkAsRead", true)
                .value()
                .getFirst();
        assertThat(made.get("Name").getAsString()).isEqualTo(name);
        var row = rows().getFirst();
        assertThat(row.get("Operation").getAsString()).isEqualTo("New-InboxRule");
        assertThat(row.get("ObjectId").getAsString()).isEqualTo(BO + "\\" + name);
        assertThat(parameters(row)).containsEntry("Name", name).containsEntry("Mailbox", BO);

        var removed =
                lastRow("Remove-InboxRule", "Mailbox", BO, "Identity", made.get("RuleIdentity"), "Confirm", false);
        assertThat(removed.get("Operation").getAsString()).isEqualTo("Remove-InboxRule");
        assertThat(removed.get("ObjectId").getAsString()).isEqualTo(BO + "\\" + name);
        assertThat(parameters(removed))
                .containsEntry("Identity", made.get("RuleIdentity").getAsString())
                .containsEntry("Confirm", "False");
    }

    @Test
    void a_rule_is_found_by_the_whole_name_even_with_a_backslash_in_it() {
        run("New-InboxRule", "Mailbox", BO, "Name", "a\\b", "MarkAsRead", true);

        assertThat(run("Get-InboxRule", "Mailbox", BO, "Identity", "a\\b").value())
                .hasSize(1);
        assertThat(run("Get-InboxRule", "Mailbox", BO, "Identity", BO + "\\a\\b")
                        .value())
                .hasSize(1);
    }

    @Test
    void forwarding_to_a_colleague_shows_his_name_and_logs_what_was_passed() {
        var row = lastRow("Set-Mailbox", "Identity", BO, "ForwardingAddress", "chief@contoso.example");

        assertThat(row.get("Operation").getAsString()).isEqualTo("Set-Mailbox");
        assertThat(row.get("ObjectId").getAsString()).isEqualTo(BO);
        assertThat(parameters(row)).containsEntry("ForwardingAddress", "chief@contoso.example");
        assertThat(run("Get-Mailbox", "Identity", BO)
                        .value()
                        .getFirst()
                        .get("ForwardingAddress")
                        .getAsString())
                .isEqualTo("Chief");
    }

    @Test
    void send_on_behalf_given_by_cmdlet_is_logged_as_set_mailbox() {
        var row = lastRow(
                "Set-Mailbox",
                "Identity",
                BO,
                "GrantSendOnBehalfTo",
                Json.object("@odata.type", "#Exchange.GenericHashTable", "add", "chief@contoso.example"));

        assertThat(row.get("Operation").getAsString()).isEqualTo("Set-Mailbox");
        assertThat(parameters(row)).containsEntry("GrantSendOnBehalfTo", "chief@contoso.example");
    }

    @Test
    void folder_permission_by_cmdlet_is_logged_as_the_cmdlet() {
        var row = lastRow(
                "Add-MailboxFolderPermission",
                "Identity",
                BO + ":\\Inbox",
                "User",
                "chief@contoso.example",
                "AccessRights",
                List.of("Reviewer"));

        assertThat(row.get("Operation").getAsString()).isEqualTo("Add-MailboxFolderPermission");
        assertThat(parameters(row))
                .containsEntry("Identity", BO + ":\\Inbox")
                .containsEntry("User", "chief@contoso.example");
        assertThat(lastRow(
                                "Remove-MailboxFolderPermission",
                                "Identity",
                                BO + ":\\Inbox",
                                "User",
                                "chief@contoso.example",
                                "Confirm",
                                false)
                        .get("Operation")
                        .getAsString())
                .isEqualTo("Remove-MailboxFolderPermission");
    }

    @Test
    void a_rule_made_over_graph_has_the_cmdlets_parameters() {
        var token = tenant.tokenAs("app", "graph");
        var base = "/v1.0/users/chief@contoso.example/mailFolders/inbox/messageRules";
        var recipient = Json.object("emailAddress", Json.object("name", "x", "address", "x@mail.example"));
        var folder = tenant.graph(token, "GET", "/v1.0/users/chief@contoso.example/mailFolders/archive")
                .json()
                .get("id");
        var made = tenant.graph(
                token,
                "POST",
                base,
                Json.object(
                        "displayName",
                        " :G/ ",
                        "exceptions",
                        Json.object("subjectContains", List.of("lunch")),
                        "actions",
                        Json.object("forwardTo", List.of(recipient), "copyToFolder", folder)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        var row = rows().getFirst();
        assertThat(row.get("Operation").getAsString()).isEqualTo("New-InboxRule");
        assertThat(row.get("ObjectId").getAsString()).isEqualTo("chief@contoso.example\\ :G/ ");
        assertThat(parameters(row))
                .containsEntry("Name", " :G/ ")
                .containsEntry("ExceptIfSubjectContainsWords", "lunch")
                .containsEntry("ForwardTo", "x@mail.example")
                .containsEntry("CopyToFolder", "Archive");
    }

    @Test
    void a_telephone_has_the_properties_of_a_mobile_device() {
        var phone = run("Get-MobileDevice", "Mailbox", ANNA).value().getFirst();

        assertThat(phone.get("FriendlyName").getAsString()).isEqualTo("Pixel");
        assertThat(phone.get("DeviceModel").getAsString()).isEqualTo("Pixel 8");
        assertThat(phone.get("DeviceOS").getAsString()).isEqualTo("Android 14");
        assertThat(phone.get("DeviceType").getAsString()).isEqualTo("Android");
        assertThat(phone.get("DeviceUserAgent").getAsString()).isEqualTo("Android-SAMSUNG/101");
        assertThat(phone.get("UserDisplayName").getAsString()).isNotEmpty();
        assertThat(phone.get("ClientType").getAsString()).isEqualTo("EAS");
        assertThat(phone.get("DeviceAccessState").getAsString()).isEqualTo("Allowed");
        assertThat(phone.get("DeviceAccessStateReason").getAsString()).isEqualTo("Global");
        assertThat(phone.get("IsDisabled").getAsBoolean()).isFalse();
        assertThat(phone.get("Identity").getAsString())
                .contains("ExchangeActiveSyncDevices")
                .endsWith(phone.get("Name").getAsString());
        assertThat(phone.get("Name").getAsString())
                .isEqualTo("Android\u00a7" + phone.get("DeviceId").getAsString());
        assertThat(run("Get-MobileDevice", "Identity", phone.get("Guid")).value())
                .hasSize(1);
        assertThat(run("Get-MobileDevice").value()).hasSize(1);

        var statistics =
                run("Get-MobileDeviceStatistics", "Mailbox", ANNA).value().getFirst();
        assertThat(statistics.get("DeviceId")).isEqualTo(phone.get("DeviceId"));
        assertThat(statistics.get("LastSuccessSync").getAsString()).isNotEmpty();
        assertThat(statistics.get("Status").getAsString()).isEqualTo("DeviceOk");
    }
}
