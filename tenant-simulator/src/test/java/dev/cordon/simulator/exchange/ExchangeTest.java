package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Attacked;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeTest {

    private static final String ANNA = "anna.berg@contoso.example";

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Attacked attacked;

    @BeforeAll
    void start() {
        attacked = Attacked.planning();
    }

    @AfterAll
    void stop() {
        attacked.close();
    }

    private static JsonObject mailbox(String name) {
        return Json.object("Mailbox", name);
    }

    @Test
    void hidden_rules_are_listed_only_when_asked_for() {
        var plain = attacked.cmdlet("Get-InboxRule", mailbox(ANNA)).value();

        assertThat(plain).extracting(rule -> rule.get("Name").getAsString()).containsExactlyInAnyOrder(".", "Invoices");
        assertThat(attacked.rules().value())
                .extracting(rule -> rule.get("Name").getAsString())
                .contains("Junk E-Mail Rule.", "Junk E-mail Rule");
    }

    @Test
    void rule_identities_are_64_bit_numbers_with_all_their_digits() {
        var rule = attacked.rules().value().getFirst();

        var identity = rule.get("RuleIdentity").getAsString();
        assertThat(Long.parseUnsignedLong(identity)).isNegative();
        assertThat(rule.get("Identity").getAsString()).endsWith("\\" + identity);
    }

    @Test
    void a_rule_that_is_gone_is_not_found() {
        var reply =
                attacked.cmdlet("Remove-InboxRule", Json.object("Mailbox", ANNA, "Identity", "17", "Confirm", false));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("ManagementObjectNotFoundException");
    }

    @Test
    void an_edit_asks_first_while_there_are_client_only_rules_and_drops_them_with_force() {
        try (var own = TestingTenant.of(TestingTenant.SMALL.replace("attacker: {}\n", """
                persistence:
                  - {id: outlook-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, object: {displayName: Local, clientOnly: true, actions: {delete: true}}}
                  - {id: server-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, object: {displayName: Server, actions: {markAsRead: true}}}
                """))) {
            var token = own.tokenAs("app", "exchange");
            var disable = Json.object("Mailbox", ANNA, "Identity", "Server", "Confirm", false);

            var asked = invoke(own, token, "Disable-InboxRule", disable);
            assertThat(asked).contains("adminapi.confirmationmessage");
            assertThat(own.control("/truth").json().getAsJsonArray("unavoidable"))
                    .isEmpty();

            disable.addProperty("Force", true);
            invoke(own, token, "Disable-InboxRule", disable);
            assertThat(own.control("/truth").json().getAsJsonArray("unavoidable"))
                    .hasSize(1);
            assertThat(own.control("/truth").json().getAsJsonArray("collateral"))
                    .hasSize(1);
        }
    }

    private static String invoke(TestingTenant tenant, String token, String name, JsonObject parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", name, "Parameters", parameters));
        return tenant.send(HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/adminapi/beta/"
                                + tenant.connection().tenantId() + "/InvokeCommand"))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build())
                .text();
    }

    @Test
    void a_change_that_changes_nothing_is_a_warning() {
        var reply = attacked.cmdlet(
                "Set-Mailbox", Json.object("Identity", "bo.lund@contoso.example", "DeliverToMailboxAndForward", false));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.value()).isEmpty();
        assertThat(reply.json().getAsJsonArray("@adminapi.warnings").get(0).getAsString())
                .contains("no settings");
    }

    @Test
    void an_unknown_parameter_is_refused_by_name() {
        var reply = attacked.cmdlet("Get-Mailbox", Json.object("Identity", ANNA, "Colour", "red"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("AmbiguousParameterSetException").contains("Colour");
    }

    @Test
    void an_unknown_cmdlet_names_itself() {
        var reply = attacked.cmdlet("Get-Nonsense", new JsonObject());

        assertThat(reply.status()).isEqualTo(501);
        assertThat(reply.text()).contains("Get-Nonsense");
    }

    @Test
    void who_has_no_role_gets_nul_bytes_that_claim_to_be_gzip() {
        var token = attacked.tenant().tokenAs("bo.lund@contoso.example", "exchange");

        var reply = attacked.cmdlet(token, "Get-InboxRule", mailbox(ANNA));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(reply.body()).containsOnly(0);
    }

    @Test
    void everybody_may_read_the_own_rules() {
        var token = attacked.tenant().tokenAs("bo.lund@contoso.example", "exchange");

        assertThat(attacked.cmdlet(token, "Get-InboxRule", mailbox("bo.lund@contoso.example"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shows_delegates_with_the_owner_himself() {
        var rows = attacked.cmdlet("Get-MailboxPermission", Json.object("Identity", ANNA))
                .value();

        assertThat(rows)
                .extracting(row -> row.get("User").getAsString())
                .containsExactly("NT AUTHORITY\\SELF", "bo.lund@contoso.example");
    }

    @Test
    void removing_a_right_nobody_has_is_a_warning() {
        var reply = attacked.cmdlet(
                "Remove-MailboxPermission",
                Json.object(
                        "Identity",
                        ANNA,
                        "User",
                        "chief@contoso.example",
                        "AccessRights",
                        "FullAccess",
                        "Confirm",
                        false));

        assertThat(reply.json().getAsJsonArray("@adminapi.warnings").get(0).getAsString())
                .contains("ACE doesn't exist");
    }

    @Test
    void a_batch_logs_each_command() {
        var tenant = attacked.tenant();
        var url = tenant.connection().exchange() + "/adminapi/beta/"
                + tenant.connection().tenantId();
        var item = Json.object(
                "id",
                "1",
                "method",
                "POST",
                "url",
                url + "/InvokeCommand",
                "headers",
                Json.object("Content-Type", "application/json"),
                "body",
                Json.object(
                        "CmdletInput",
                        Json.object("CmdletName", "Get-CASMailbox", "Parameters", Json.object("Identity", ANNA))));
        var reply = tenant.send(HttpRequest.newBuilder(URI.create(url + "/$batch"))
                .header("Authorization", "Bearer " + tenant.tokenAs("app", "exchange"))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Json.object("requests", List.of(item)))))
                .build());

        assertThat(reply.json()
                        .getAsJsonArray("responses")
                        .get(0)
                        .getAsJsonObject()
                        .get("status")
                        .getAsInt())
                .isEqualTo(200);
        assertThat(tenant.requests()).anySatisfy(row -> {
            assertThat(row.get("batchId").isJsonNull()).isFalse();
            assertThat(row.get("cmdlet").getAsString()).isEqualTo("Get-CASMailbox");
        });
    }

    @Test
    void long_lists_go_on_by_posting_the_same_again() {
        var tenant = attacked.tenant();
        var url = tenant.connection().exchange() + "/adminapi/beta/"
                + tenant.connection().tenantId() + "/InvokeCommand";
        var first = page(url);
        var second = page(first.get("@odata.nextLink").getAsString());

        assertThat(first.getAsJsonArray("value")).hasSize(2);
        assertThat(second.getAsJsonArray("value")).hasSize(2);
        assertThat(second.getAsJsonArray("value").get(0))
                .isNotEqualTo(first.getAsJsonArray("value").get(0));
    }

    private JsonObject page(String url) {
        return attacked.tenant()
                .send(HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + attacked.tenant().tokenAs("app", "exchange"))
                        .header("Prefer", "odata.maxpagesize=2")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(Json.object(
                                "CmdletInput",
                                Json.object(
                                        "CmdletName",
                                        "Get-Mailbox",
                                        "Parameters",
                                        Json.object("ResultSize", "Unlimited"))))))
                        .build())
                .json();
    }

    @Test
    void the_unified_audit_log_has_what_was_planted_and_ends_a_session_with_nothing() {
        var search = Json.object(
                "StartDate",
                "2026-03-01",
                "EndDate",
                "2026-03-03",
                "Operations",
                List.of("New-InboxRule", "Set-Mailbox"),
                "SessionId",
                "s1",
                "SessionCommand",
                "ReturnLargeSet",
                "ResultSize",
                1);

        var first = attacked.cmdlet("Search-UnifiedAuditLog", search).value();
        assertThat(first).hasSize(1);
        var data = Json.parseObject(first.getFirst().get("AuditData").getAsString());
        assertThat(data.get("ClientIP").getAsString()).startsWith("203.0.113.9:");
        var rest = attacked.cmdlet("Search-UnifiedAuditLog", search).value();
        assertThat(rest).hasSize(1);
        assertThat(attacked.cmdlet("Search-UnifiedAuditLog", search).value()).isEmpty();
    }
}
