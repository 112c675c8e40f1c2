package dev.cordon.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The Monday of two hundred people shows over the wire what its story says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MondayReviewTest {

    private static final String WEEK = "2026-03-02T08:30:00Z";

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @BeforeAll
    void start() {
        tenant = TestingTenant.start(ScenarioLoader.load("monday-review", OptionalLong.empty()));
        tenant.control("/throttle", Json.object("enabled", false));
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    private List<JsonObject> list(String path) {
        var reply = tenant.graph(tenant.tokenAs("app", "graph"), "GET", path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.value();
    }

    private List<JsonObject> run(String cmdlet, Object... parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", cmdlet, "Parameters", Json.object(parameters)));
        return tenant.send(HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/adminapi/beta/"
                                + tenant.connection().tenantId() + "/InvokeCommand"))
                        .header("Authorization", "Bearer " + tenant.tokenAs("app", "exchange"))
                        .header("Prefer", "odata.maxpagesize=1000")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build())
                .value();
    }

    private static String text(JsonObject row, String name) {
        return row.get(name).getAsString();
    }

    private Set<String> his() {
        var his = new TreeSet<String>();
        tenant.control("/truth")
                .json()
                .getAsJsonObject("accounts")
                .entrySet()
                .forEach(account -> account.getValue()
                        .getAsJsonObject()
                        .getAsJsonObject("holds")
                        .entrySet()
                        .forEach(kind -> kind.getValue()
                                .getAsJsonArray()
                                .forEach(held -> his.add(text(held.getAsJsonObject(), "id")))));
        return his;
    }

    @Test
    void three_of_two_hundred_are_taken_over_and_he_holds_what_the_story_says() {
        assertThat(list("/v1.0/users?$top=999&$select=id")).hasSize(200);
        assertThat(tenant.connection().suspects()).hasSize(3);
        assertThat(his())
                .containsExactlyInAnyOrder(
                        "stolen",
                        "got-stefan",
                        "code",
                        "niamh.doyle@harbour.example",
                        "stefan.brand@harbour.example",
                        "evil-otp",
                        "evil-rule-hidden",
                        "evil-rule-bank",
                        "evil-forwarding",
                        "evil-consent",
                        "evil-device",
                        "evil-delegate");
    }

    @Test
    void defender_disrupted_one_attack_and_noticed_three() {
        var incidents = list("/v1.0/security/incidents?$filter=lastUpdateDateTime ge " + WEEK);

        assertThat(incidents)
                .filteredOn(incident -> text(incident, "severity").equals("high"))
                .hasSize(3);
        assertThat(incidents)
                .filteredOn(incident -> text(incident, "displayName").endsWith("(attack disruption)"))
                .hasSize(1);
    }

    @Test
    void two_of_the_clicks_of_the_week_were_on_the_page() {
        var clicks = IntStream.rangeClosed(1, 4)
                .mapToObj(page -> run(
                        "Get-SafeLinksDetailReport",
                        "StartDate",
                        "2026-03-02",
                        "EndDate",
                        "2026-03-09",
                        "Page",
                        page,
                        "PageSize",
                        1000))
                .flatMap(List::stream)
                .toList();

        assertThat(clicks).hasSizeBetween(2000, 3999);
        assertThat(clicks)
                .filteredOn(click -> text(click, "UrlDomain").equals("login.harbour-docs.example"))
                .extracting(click -> text(click, "RecipientAddress") + " " + text(click, "Action"))
                .containsExactlyInAnyOrder("niamh.doyle@harbour.example Allowed", "orla.keane@harbour.example Blocked");
    }

    @Test
    void one_address_tried_many_accounts_by_an_old_protocol() {
        var tried = list(
                "/v1.0/auditLogs/signIns?$top=1000&$filter=ipAddress eq '203.0.113.21' and createdDateTime ge " + WEEK);

        assertThat(tried.stream().map(row -> text(row, "userPrincipalName")).collect(Collectors.toSet()))
                .hasSize(16);
        assertThat(tried)
                .filteredOn(
                        row -> row.getAsJsonObject("status").get("errorCode").getAsInt() == 0)
                .extracting(row -> text(row, "userPrincipalName"))
                .containsOnly("stefan.brand@harbour.example");
    }

    @Test
    void the_one_who_travels_is_in_singapore_and_nowhere_else() {
        var days = "createdDateTime ge 2026-03-04T06:00:00Z and createdDateTime lt 2026-03-07T20:00:00Z";
        assertThat(list(
                        "/v1.0/auditLogs/signIns?$top=1000&$filter=userPrincipalName eq 'maeve.quinn@harbour.example' and "
                                + days))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(text(row.getAsJsonObject("location"), "countryOrRegion"))
                            .isEqualTo("SG");
                    assertThat(row.getAsJsonObject("status").get("errorCode").getAsInt())
                            .isIn(0, 50126);
                });
    }

    @Test
    void everything_that_came_to_be_in_the_week_stands_in_a_log() {
        var operations = run(
                        "Search-UnifiedAuditLog",
                        "StartDate",
                        "2026-03-02",
                        "EndDate",
                        "2026-03-10",
                        "ResultSize",
                        5000,
                        "RecordType",
                        "ExchangeAdmin")
                .stream()
                .map(row -> text(row, "Operations"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(operations)
                .contains(
                        "New-InboxRule",
                        "New-SweepRule",
                        "Set-Mailbox",
                        "Add-MailboxPermission",
                        "Add-MailboxFolderPermission",
                        "Set-MailboxAutoReplyConfiguration",
                        "New-TransportRule");
        var activities = list("/v1.0/auditLogs/directoryAudits?$top=999&$filter=activityDateTime ge " + WEEK).stream()
                .map(row -> text(row, "activityDisplayName"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(activities)
                .contains(
                        "Consent to application",
                        "Add delegated permission grant",
                        "Add service principal",
                        "Add application",
                        "Update application \u2013 Certificates and secrets management ",
                        "Add app role assignment to service principal",
                        "Add user",
                        "Register device",
                        "User registered security info",
                        "User deleted security info",
                        "Reset user password",
                        "Disable account");
    }

    @Test
    void what_somebody_loosened_is_called_by_its_name() {
        assertThat(
                        list(
                                "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Update conditional access policy'"))
                .singleElement()
                .satisfies(row -> assertThat(text(
                                row.getAsJsonArray("targetResources").get(0).getAsJsonObject(), "displayName"))
                        .isEqualTo("Block legacy authentication"));
    }

    @Test
    void the_score_fell_by_what_somebody_loosened() {
        var days = list("/v1.0/security/secureScores?$top=9");
        var before = days.getLast();
        assertThat(days.getFirst().get("currentScore").getAsInt())
                .isEqualTo(before.get("currentScore").getAsInt() - 6);
        assertThat(points(days.getFirst().getAsJsonArray("controlScores"))).isEqualTo(2);
        assertThat(points(before.getAsJsonArray("controlScores"))).isEqualTo(8);
    }

    private static int points(JsonArray controls) {
        return controls.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(control -> text(control, "controlName").equals("BlockLegacyAuthentication"))
                .mapToInt(control -> control.get("score").getAsInt())
                .sum();
    }
}
