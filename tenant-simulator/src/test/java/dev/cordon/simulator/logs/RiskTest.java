package dev.cordon.simulator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Attacked;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Identity Protection and Defender show of the attacker, when, and under which licence (E4, E14-E16). */
class RiskTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String DETECTIONS = "/identityProtection/riskDetections";
    private static final String ALERTS = "/security/alerts_v2";

    private static final String E5 =
            TestingTenant.SMALL.replace("licences: [E3]", "licences: [E5]").replace("attacker: {}\n", """
                    throttling: {enabled: false}
                    history:
                      noise: {days: 0}
                      signIns:
                        - {user: anna.berg@contoso.example, at: -PT20H, ip: 203.0.113.9, country: NL, city: Amsterdam, session: stolen, by: attacker, userAgent: 'ax"ios'}
                        - {user: anna.berg@contoso.example, at: -PT30M, ip: 203.0.113.10, country: NL, session: stolen, by: attacker}
                        - {user: bo.lund@contoso.example, at: -PT10H, ip: 203.0.113.9, by: attacker, errorCode: 50126, mfa: false}
                        - {user: chief@contoso.example, at: -PT9H, ip: 203.0.113.9, by: attacker, errorCode: 50076, mfa: false}
                        - {user: bo.lund@contoso.example, at: -PT8H}
                    persistence:
                      - {id: evil-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT19H, object: {displayName: Out, conditions: {subjectContains: [iban]}, actions: {forwardTo: [drop@mail.example]}}}
                      - {id: own-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {displayName: Mine, conditions: {subjectContains: [x]}, actions: {moveToFolder: Archive}}}
                    """);

    private static String text(JsonObject row, String name) {
        return row.get(name).getAsString();
    }

    private static List<String> minutes(List<JsonObject> rows, String name) {
        return rows.stream().map(row -> text(row, name).substring(5, 16)).toList();
    }

    @Test
    void a_detection_names_the_sign_in_and_can_be_read_when_it_was_made() {
        try (var responder = Responder.in(E5, "")) {
            var rows = responder.list(DETECTIONS + "?$filter=userPrincipalName eq '" + ANNA + "'");

            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(text(row, "riskEventType")).isEqualTo("anomalousToken");
                assertThat(text(row, "ipAddress")).isEqualTo("203.0.113.9");
                assertThat(text(row, "userId")).isEqualTo(responder.id(ANNA));
                assertThat(text(row, "activityDateTime")).isEqualTo("2026-03-01T12:00:00Z");
                assertThat(text(row, "detectedDateTime")).isEqualTo("2026-03-01T13:00:00Z");
                assertThat(text(row, "additionalInfo")).isEqualTo("[{\"Key\":\"userAgent\",\"Value\":\"ax\\\"ios\"}]");
                var signIn = responder.done("GET", "/auditLogs/signIns/" + text(row, "requestId"));
                assertThat(text(signIn, "ipAddress")).isEqualTo("203.0.113.9");
                assertThat(text(signIn, "correlationId")).isEqualTo(text(row, "correlationId"));
            });
            responder.tenant().advance("PT31M");
            var later = responder.list(DETECTIONS + "?$filter=userId eq '" + responder.id(ANNA) + "'");
            assertThat(minutes(later, "detectedDateTime")).containsExactly("03-02T08:30", "03-01T13:00");
            assertThat(text(later.getLast(), "id")).isEqualTo(text(rows.getFirst(), "id"));
        }
    }

    @Test
    void without_the_right_password_nothing_is_detected() {
        try (var responder = Responder.in(E5, "")) {
            var rows = responder.list(DETECTIONS);

            assertThat(rows)
                    .extracting(row -> text(row, "userPrincipalName") + " " + text(row, "riskEventType"))
                    .containsExactly("chief@contoso.example unfamiliarFeatures", ANNA + " anomalousToken");
        }
    }

    @Test
    void detections_are_filtered_by_time_and_come_in_pages() {
        try (var responder = Responder.in(E5, "")) {
            assertThat(responder.list(DETECTIONS + "?$filter=detectedDateTime ge 2026-03-01T20:00:00Z"))
                    .extracting(row -> text(row, "userPrincipalName"))
                    .containsExactly("chief@contoso.example");
            var page = responder.done("GET", DETECTIONS + "?$top=1");
            assertThat(page.getAsJsonArray("value")).hasSize(1);
            var next = text(page, "@odata.nextLink").replaceFirst(".*/v1\\.0", "");
            assertThat(responder.list(next))
                    .extracting(row -> text(row, "userPrincipalName"))
                    .containsExactly(ANNA);
            assertThat(responder.graph("GET", DETECTIONS + "?$top=501").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void with_p1_alone_it_is_said_that_something_was_found_and_not_what() {
        try (var responder = Responder.in(E5.replace("[E5]", "[E3]"), "")) {
            assertThat(responder.list(DETECTIONS)).hasSize(2).allSatisfy(row -> {
                assertThat(text(row, "riskEventType")).isEqualTo("generic");
                assertThat(text(row, "riskLevel")).isEqualTo("hidden");
                assertThat(text(row, "riskDetail")).isEqualTo("hidden");
            });
            assertThat(responder.list("/identityProtection/riskyUsers"))
                    .extracting(row -> text(row, "riskLevel"))
                    .containsOnly("hidden");
        }
    }

    @Test
    void without_any_premium_licence_detections_are_refused() {
        try (var responder = Responder.in(E5, "")) {
            responder.tenant().control("/licences", Json.object("set", List.of()));
            var reply = responder.graph("GET", DETECTIONS);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).contains("Your tenant is not licensed for this feature.");
        }
    }

    @Test
    void an_application_without_the_permission_is_refused() {
        var poor = E5.replace("application: {permissions: respond,", "application: {permissions: [User.Read.All],");
        try (var responder = Responder.in(poor, "")) {
            assertThat(Stream.of(DETECTIONS, ALERTS, "/identityProtection/riskyUsers")
                            .map(path -> responder.graph("GET", path).status()))
                    .containsOnly(403);
        }
    }

    @Test
    void one_request_a_second_is_served_and_nothing_is_said_of_how_long_to_wait() {
        try (var responder = Responder.in(E5.replace("throttling: {enabled: false}\n", ""), "")) {
            var replies = Stream.generate(() -> responder.graph("GET", DETECTIONS))
                    .limit(6)
                    .toList();

            assertThat(replies).anySatisfy(reply -> {
                assertThat(reply.status()).isEqualTo(429);
                assertThat(reply.errorCode()).isEqualTo("TooManyRequests");
                assertThat(reply.header("retry-after")).isEmpty();
            });
        }
    }

    @Test
    void what_an_administrator_says_stands_in_the_detections_until_something_new_is_found() {
        try (var responder = Responder.in(E5, "")) {
            var whom = Json.object("userIds", List.of(responder.id(ANNA)));
            responder.done("POST", "/identityProtection/riskyUsers/dismiss", whom);
            var anna = DETECTIONS + "?$filter=userPrincipalName eq '" + ANNA + "'";

            assertThat(responder.list(anna))
                    .extracting(row -> text(row, "riskState"))
                    .containsExactly("dismissed");
            responder.tenant().advance("PT31M");
            assertThat(responder.list(anna))
                    .extracting(row -> text(row, "riskState"))
                    .containsExactly("atRisk", "dismissed");
            assertThat(text(responder.done("GET", "/identityProtection/riskyUsers/" + responder.id(ANNA)), "riskState"))
                    .isEqualTo("atRisk");

            responder.done("POST", "/identityProtection/riskyUsers/confirmCompromised", whom);
            assertThat(responder.list(anna))
                    .extracting(row -> text(row, "riskEventType") + " " + text(row, "riskState"))
                    .containsExactly(
                            "adminConfirmedUserCompromised confirmedCompromised",
                            "anomalousToken confirmedCompromised",
                            "anomalousToken confirmedCompromised");
        }
    }

    @Test
    void what_the_attacker_does_while_the_tenant_runs_is_detected_an_hour_later() {
        try (var attacked = Attacked.planning(
                "{at: PT20S, do: sign-in, user: " + ANNA + ", with: [password, evil-otp], as: second}")) {
            var tenant = attacked.tenant();
            tenant.control("/licences", Json.object("set", List.of("E5")));
            tenant.control("/throttle", Json.object("enabled", false));
            tenant.advance("PT5M");
            assertThat(attacked.graph("GET", "/v1.0" + DETECTIONS).value()).isEmpty();
            assertThat(attacked.graph("GET", "/v1.0" + ALERTS).value()).isEmpty();
            assertThat(attacked.graph("GET", "/v1.0/identityProtection/riskyUsers")
                            .value())
                    .isEmpty();

            tenant.advance("PT1H");
            assertThat(attacked.graph("GET", "/v1.0" + DETECTIONS).value())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(text(row, "ipAddress")).isEqualTo("203.0.113.9");
                        assertThat(attacked.graph("GET", "/v1.0/auditLogs/signIns/" + text(row, "requestId"))
                                        .status())
                                .isEqualTo(200);
                    });
            assertThat(attacked.graph("GET", "/v1.0" + ALERTS).value()).hasSize(1);
        }
    }

    @Test
    void an_alert_names_user_and_address_and_is_found_by_time_and_status() {
        try (var responder = Responder.in(E5, "")) {
            var filter = ALERTS + "?$filter=serviceSource eq 'azureAdIdentityProtection' and status eq 'new' and "
                    + "createdDateTime ge 2026-03-01T00:00:00Z&$orderby=createdDateTime desc";
            var rows = responder.list(filter);

            assertThat(rows)
                    .extracting(row -> text(row, "createdDateTime"))
                    .containsExactly("2026-03-01T23:05:00Z", "2026-03-01T13:00:00Z");
            var evidence = rows.getLast().getAsJsonArray("evidence");
            assertThat(evidence)
                    .extracting(each -> text(each.getAsJsonObject(), "@odata.type"))
                    .containsExactly("#microsoft.graph.security.userEvidence", "#microsoft.graph.security.ipEvidence");
            assertThat(evidence)
                    .allSatisfy(each -> assertThat(each.getAsJsonObject().keySet())
                            .contains("createdDateTime", "verdict", "remediationStatus", "roles"));
            assertThat(text(evidence.get(0).getAsJsonObject().getAsJsonObject("userAccount"), "azureAdUserId"))
                    .isEqualTo(responder.id(ANNA));
            assertThat(responder.list(ALERTS + "?$filter=status eq 'resolved'")).isEmpty();
            assertThat(responder.list("/security/incidents"))
                    .extracting(row -> text(row, "id"))
                    .contains(text(rows.getLast(), "incidentId"));
        }
    }

    @Test
    void a_rule_that_forwards_raises_an_alert_of_defender_and_plain_e3_has_none() {
        var rule = ALERTS + "?$filter=serviceSource eq 'microsoftDefenderForOffice365'";
        try (var responder = Responder.in(E5.replace("[E5]", "[E3-MDO-P1]"), "")) {
            assertThat(responder.list(ALERTS)).hasSize(1);
            assertThat(responder.list(rule)).singleElement().satisfies(row -> {
                assertThat(text(row, "severity")).isEqualTo("informational");
                assertThat(text(row, "createdDateTime")).isEqualTo("2026-03-01T13:10:00Z");
                assertThat(row.getAsJsonArray("evidence").asList())
                        .anySatisfy(each -> assertThat(text(each.getAsJsonObject(), "@odata.type"))
                                .isEqualTo("#microsoft.graph.security.mailboxEvidence"))
                        .filteredOn(each -> each.getAsJsonObject().has("primaryAddress"))
                        .singleElement()
                        .satisfies(each -> assertThat(text(each.getAsJsonObject(), "primaryAddress"))
                                .isEqualTo(ANNA));
            });
            responder.tenant().control("/licences", Json.object("set", List.of("E3")));
            assertThat(responder.list(ALERTS)).isEmpty();
            assertThat(responder.list("/security/incidents")).isEmpty();
        }
    }

    @Test
    void a_link_that_the_attacker_mails_to_a_colleague_raises_an_alert_that_names_the_sender_alone() {
        var mailed = E5.replace(
                "persistence:\n",
                "  mails:\n    - {mailbox: " + BO + ", folder: Inbox, at: -PT1H, from: " + ANNA
                        + ", subject: Shared, body: \"https://login.evil.example/1\", by: attacker}\npersistence:\n");
        try (var responder = Responder.in(mailed, "")) {
            assertThat(responder.list(ALERTS).stream()
                            .flatMap(row -> row.getAsJsonArray("evidence").asList().stream())
                            .map(each -> each.getAsJsonObject())
                            .filter(each -> each.has("p2Sender")))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(text(each.getAsJsonObject("p1Sender"), "emailAddress"))
                                .isEqualTo(ANNA);
                        assertThat(text(each, "recipientEmailAddress")).isEqualTo(BO);
                        assertThat(each.has("userAccount")).isFalse();
                    });
        }
    }

    @Test
    void an_account_that_microsoft_disabled_by_itself_is_marked_so() {
        var disrupted = E5.replace(
                "persistence:\n",
                "  audits:\n    - {at: -PT1H, activity: Disable account, app: Microsoft Defender for Identity, target: "
                        + ANNA + "}\npersistence:\n");
        try (var responder = Responder.in(disrupted, "")) {
            assertThat(responder.list(ALERTS).stream()
                            .filter(row -> text(row, "detectionSource").equals("microsoft365Defender"))
                            .map(row -> row.getAsJsonArray("evidence").get(0).getAsJsonObject())
                            .map(evidence -> text(evidence, "remediationStatus")))
                    .containsExactly("remediated");
            assertThat(responder.list("/security/incidents"))
                    .extracting(row -> text(row, "displayName"))
                    .contains(
                            "Multi-stage incident involving Credential access & Collection involving one user (attack disruption)",
                            "Anomalous token use involving one user");
        }
    }
}
