package dev.cordon.simulator.audits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came with a planted thing, or with a person, stands in both logs as Microsoft writes it. */
class PlantedDeedsTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String OPERATOR = "admin@contoso.example";
    private static final String SECRET = "Update application \u2013 Certificates and secrets management ";

    PlantedDeedsTest() {
        super(
                TestingTenant.SMALL.replace(
                        "  - {upn: chief@contoso.example,", """
                          - {upn: new.joiner@contoso.example, displayName: New Joiner, created: -PT30H}
                          - {upn: temp@contoso.example, displayName: Temp, created: -PT29H, createdBy: chief@contoso.example}
                          - {upn: chief@contoso.example,""".indent(2).stripTrailing()),
                """
                {id: crm, kind: consent, owner: anna.berg@contoso.example, by: legitimate, created: -PT2H, ip: 198.51.100.7, object: {app: {displayName: CRM}, scope: [User.Read, Calendars.Read]}}
                {id: crm-too, kind: consent, owner: bo.lund@contoso.example, by: legitimate, created: -PT1H, object: {app: {displayName: CRM}, scope: [User.Read]}}
                {id: mover, kind: app-role-assignment, by: legitimate, created: -PT5H, object: {app: {displayName: Mailbox Mover, registered: -PT9H, secretAdded: -PT8H}, appRole: Mail.ReadWrite, principalType: ServicePrincipal}}
                {id: helper, kind: delegate, owner: anna.berg@contoso.example, by: legitimate, madeBy: admin@contoso.example, created: -PT4H, object: {User: bo.lund@contoso.example, AccessRights: [FullAccess]}}
                {id: desk, kind: role, owner: bo.lund@contoso.example, by: legitimate, madeBy: chief@contoso.example, created: -PT4H, object: {role: Helpdesk Administrator}}
                {id: known, kind: consent, owner: bo.lund@contoso.example, by: legitimate, created: -PT3H, object: {app: {displayName: Long here, createdDateTime: -P90D}, scope: [User.Read]}}
                """);
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private List<JsonObject> audits(String activity) {
        return responder.list("/auditLogs/directoryAudits").stream()
                .filter(row -> text(row, "activityDisplayName").equals(activity))
                .toList();
    }

    private List<JsonObject> unified(String activity) {
        return responder
                .run("Search-UnifiedAuditLog", "StartDate", "2026-02-01", "EndDate", "2027-01-01", "ResultSize", 5000)
                .stream()
                .map(row -> Json.parseObject(text(row, "AuditData")))
                .filter(row -> text(row, "Operation").equals(activity + "."))
                .toList();
    }

    private static JsonObject target(JsonObject row) {
        return row.getAsJsonArray("targetResources").get(0).getAsJsonObject();
    }

    private static String doer(JsonObject row) {
        return text(row.getAsJsonObject("initiatedBy").getAsJsonObject("user"), "userPrincipalName");
    }

    private static List<String> changed(JsonObject row) {
        return target(row).getAsJsonArray("modifiedProperties").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(change -> text(change, "displayName") + " " + change.get("newValue"))
                .toList();
    }

    @Test
    void an_application_comes_with_the_first_consent_to_it_and_never_again() {
        assertThat(audits("Add service principal"))
                .extracting(row -> text(target(row), "displayName") + " " + doer(row))
                .containsExactly("CRM " + ANNA, "Mailbox Mover " + OPERATOR);
        assertThat(unified("Add service principal"))
                .extracting(row -> text(row, "UserId"))
                .containsExactly(ANNA, OPERATOR);
    }

    @Test
    void a_consent_and_its_grant_are_one_request_from_where_its_maker_was() {
        var consent = audits("Consent to application").get(1);
        var grant = audits("Add delegated permission grant").get(1);

        assertThat(consent.get("correlationId")).isEqualTo(grant.get("correlationId"));
        assertThat(consent.get("id")).isNotEqualTo(grant.get("id"));
        for (var row : List.of(consent, grant)) {
            assertThat(text(row.getAsJsonObject("initiatedBy").getAsJsonObject("user"), "ipAddress"))
                    .isEqualTo("198.51.100.7");
        }
        assertThat(changed(grant)).anyMatch(change -> change.contains("User.Read Calendars.Read"));
        assertThat(unified("Add delegated permission grant"))
                .hasSize(3)
                .anySatisfy(row -> assertThat(text(row, "ClientIP")).contains("198.51.100.7"));
    }

    @Test
    void an_application_of_ones_own_was_registered_and_given_a_secret_before_it_had_a_permission() {
        assertThat(audits("Add application")).singleElement().satisfies(row -> {
            assertThat(text(row, "activityDateTime")).isEqualTo("2026-03-01T23:00:00Z");
            assertThat(text(target(row), "type")).isEqualTo("Application");
            assertThat(text(target(row), "displayName")).isEqualTo("Mailbox Mover");
        });
        assertThat(audits(SECRET)).singleElement().satisfies(row -> {
            assertThat(text(row, "activityDateTime")).isEqualTo("2026-03-02T00:00:00Z");
            assertThat(changed(row))
                    .anyMatch(change -> change.startsWith("KeyDescription") && change.contains("KeyType=Password"));
        });
        assertThat(unified(SECRET))
                .singleElement()
                .satisfies(row -> assertThat(
                                row.getAsJsonArray("ModifiedProperties").toString())
                        .contains("KeyDescription"));
        var own = responder.list("/servicePrincipals").stream()
                .filter(each -> text(each, "displayName").equals("Mailbox Mover"))
                .findFirst()
                .orElseThrow();
        assertThat(text(own, "appOwnerOrganizationId"))
                .isEqualTo(responder.tenant().connection().tenantId());
    }

    @Test
    void who_made_it_for_another_stands_in_both_logs() {
        assertThat(audits("Add member to role"))
                .singleElement()
                .satisfies(row -> assertThat(doer(row)).isEqualTo("chief@contoso.example"));
        assertThat(unified("Add member to role")).singleElement().satisfies(row -> {
            assertThat(text(row, "UserId")).isEqualTo("chief@contoso.example");
            assertThat(row.getAsJsonArray("Actor").toString()).contains("chief@contoso.example");
        });
        var delegate = responder
                .run(
                        "Search-UnifiedAuditLog",
                        "StartDate",
                        "2026-02-01",
                        "EndDate",
                        "2027-01-01",
                        "Operations",
                        "Add-MailboxPermission")
                .getFirst();
        var data = Json.parseObject(text(delegate, "AuditData"));
        assertThat(text(data, "UserId")).isEqualTo(OPERATOR);
        assertThat(text(data, "ObjectId")).isEqualTo(ANNA);
    }

    @Test
    void an_account_that_was_made_then_has_a_row_and_one_without_a_date_has_none() {
        assertThat(audits("Add user"))
                .extracting(row -> text(target(row), "userPrincipalName") + " by " + doer(row))
                .containsExactly(
                        "temp@contoso.example by chief@contoso.example", "new.joiner@contoso.example by " + OPERATOR);
        assertThat(unified("Add user"))
                .extracting(row -> text(row, "ObjectId"))
                .containsExactly("temp@contoso.example", "new.joiner@contoso.example");
    }
}
