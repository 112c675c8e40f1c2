package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An audit that is off, or that leaves somebody out, says so when it is asked, and has no rows of that. */
class MailboxAuditingTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String HIDDEN = """
            history: {noise: {days: 2, signInsPerPersonPerDay: 0, mailsPerPersonPerDay: 5}}
            persistence:
              - {id: anna-hidden, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT4H, hidden: true, object: {displayName: Annas, actions: {delete: true}}}
              - {id: bo-hidden, kind: inbox-rule, owner: bo.lund@contoso.example, by: attacker, created: -PT5H, hidden: true, object: {displayName: Bos, actions: {delete: true}}}
              - {id: anna-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT6H, object: {displayName: Visible, actions: {delete: true}}}
              - {id: anna-otp, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, created: -PT7H, object: {type: softwareOath}}
            """;

    /** The tenant with one more word about mailboxes or policies. */
    private static TestingTenant tenant(String mailbox, String policy) {
        return TestingTenant.of(TestingTenant.SMALL
                .replace("attacker: {}\n", HIDDEN + mailbox)
                .replace("userConsent: false}", "userConsent: false" + policy + "}"));
    }

    private static TestingTenant withAnnas(String mailbox) {
        return tenant("mailboxes: [{owner: " + ANNA + ", " + mailbox + "}]\n", "");
    }

    private static Reply run(TestingTenant tenant, String cmdlet, @Nullable Object... parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", cmdlet, "Parameters", Json.object(parameters)));
        var reply = tenant.send(
                HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/adminapi/beta/"
                                + tenant.connection().tenantId() + "/InvokeCommand"))
                        .header("Authorization", "Bearer " + tenant.tokenAs("app", "exchange"))
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build());
        assertThat(reply.status()).as(cmdlet + " " + reply.text()).isEqualTo(200);
        return reply;
    }

    /** {@code operation owner} of every row, two minutes later: until then more may be read. */
    private static List<String> rows(TestingTenant tenant) {
        tenant.advance("PT2M");
        return run(
                        tenant,
                        "Search-UnifiedAuditLog",
                        "StartDate",
                        "2026-02-01",
                        "EndDate",
                        "2027-01-01",
                        "ResultSize",
                        5000)
                .value()
                .stream()
                .map(row -> Json.parseObject(row.get("AuditData").getAsString()))
                .map(row -> row.get("Operation").getAsString() + " "
                        + row.get("MailboxOwnerUPN").getAsString())
                .toList();
    }

    private static JsonObject only(Reply reply) {
        assertThat(reply.value()).hasSize(1);
        return reply.value().getFirst();
    }

    private static boolean audited(TestingTenant tenant, String who) {
        return only(run(tenant, "Get-Mailbox", "Identity", who))
                .get("AuditEnabled")
                .getAsBoolean();
    }

    private static boolean bypassed(TestingTenant tenant, String who) {
        return only(run(tenant, "Get-MailboxAuditBypassAssociation", "Identity", who))
                .get("AuditBypassEnabled")
                .getAsBoolean();
    }

    private static boolean ingests(TestingTenant tenant) {
        return only(run(tenant, "Get-AdminAuditLogConfig"))
                .get("UnifiedAuditLogIngestionEnabled")
                .getAsBoolean();
    }

    /** Somebody reads the newest mail of a mailbox. */
    private static void read(TestingTenant tenant, String as, String mailbox) {
        var token = tenant.tokenAs(as, "graph");
        var reply = tenant.graph(token, "GET", "/v1.0/users/" + mailbox + "/mailFolders/inbox/messages");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    @Test
    void everything_is_logged_where_nothing_is_said() {
        try (var tenant = tenant("", "")) {
            assertThat(ingests(tenant)).isTrue();
            assertThat(audited(tenant, ANNA)).isTrue();
            assertThat(bypassed(tenant, ANNA)).isFalse();
            read(tenant, ANNA, ANNA);

            assertThat(rows(tenant))
                    .contains(
                            "UpdateInboxRules " + ANNA,
                            "UpdateInboxRules " + BO,
                            "New-InboxRule " + ANNA,
                            "MailItemsAccessed " + ANNA);
        }
    }

    @Test
    void a_log_that_takes_nothing_in_answers_with_nothing() {
        try (var tenant = tenant("", ", unifiedAuditLog: false")) {
            run(tenant, "Set-Mailbox", "Identity", BO, "HiddenFromAddressListsEnabled", true);

            assertThat(ingests(tenant)).isFalse();
            assertThat(rows(tenant)).isEmpty();
        }
    }

    @Test
    void what_a_bypassed_person_does_in_mailboxes_is_in_no_row_and_his_cmdlets_are() {
        try (var tenant = withAnnas("auditBypass: true")) {
            read(tenant, ANNA, ANNA);
            read(tenant, "app", ANNA);

            assertThat(bypassed(tenant, ANNA)).isTrue();
            assertThat(bypassed(tenant, BO)).isFalse();
            assertThat(audited(tenant, ANNA)).isTrue();
            assertThat(rows(tenant))
                    .contains("UpdateInboxRules " + BO, "New-InboxRule " + ANNA, "Update user. " + ANNA)
                    .doesNotContain("UpdateInboxRules " + ANNA)
                    .containsOnlyOnce("MailItemsAccessed " + ANNA); // the application is somebody else
        }
    }

    @Test
    void a_mailbox_that_is_not_audited_has_only_the_cmdlets() {
        try (var tenant = withAnnas("audited: false")) {
            read(tenant, ANNA, ANNA);
            read(tenant, "app", ANNA);
            run(tenant, "Set-Mailbox", "Identity", ANNA, "HiddenFromAddressListsEnabled", true);

            assertThat(audited(tenant, ANNA)).isFalse();
            assertThat(audited(tenant, BO)).isTrue();
            assertThat(rows(tenant))
                    .contains("UpdateInboxRules " + BO, "New-InboxRule " + ANNA, "Set-Mailbox " + ANNA)
                    .doesNotContain("UpdateInboxRules " + ANNA, "MailItemsAccessed " + ANNA);
        }
    }

    @Test
    void auditing_that_is_switched_counts_from_then_on() {
        try (var tenant = withAnnas("audited: false")) {
            read(tenant, ANNA, ANNA);
            tenant.advance("PT1M");
            run(tenant, "Set-Mailbox", "Identity", ANNA, "AuditEnabled", true);
            tenant.advance("PT1M");
            read(tenant, ANNA, ANNA);

            assertThat(audited(tenant, ANNA)).isTrue();
            assertThat(rows(tenant)).containsOnlyOnce("MailItemsAccessed " + ANNA);
        }
    }
}
