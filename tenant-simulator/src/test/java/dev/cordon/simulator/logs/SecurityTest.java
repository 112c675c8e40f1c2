package dev.cordon.simulator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Defender's incidents and the Secure Score: what they hold, under which licence, and what is refused (E1, E19). */
class SecurityTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String INCIDENTS = "/security/incidents";
    private static final String SCORES = "/security/secureScores";
    private static final String LINK = "https://login.evil.example/1";
    private static final String UNTHROTTLED = "throttling: {enabled: false}\n";

    private static final String E5 = TestingTenant.SMALL
            .replace("licences: [E3]", "licences: [E5]")
            .replace("attacker: {}\n", UNTHROTTLED + """
                    history:
                      signIns:
                        - {user: anna.berg@contoso.example, at: -PT20H, ip: 203.0.113.9, country: NL, by: attacker}
                        - {user: bo.lund@contoso.example, at: -PT10H, ip: 203.0.113.9, by: attacker}
                      mails:
                        - {mailbox: bo.lund@contoso.example, at: -PT22H, from: a@b.example, subject: Look, body: "https://login.evil.example/1", by: attacker, reported: -PT21H}
                        - {mailbox: anna.berg@contoso.example, at: -PT22H, from: a@b.example, subject: Look, body: "https://login.evil.example/1", by: attacker}
                        - {mailbox: anna.berg@contoso.example, at: -PT23H, from: c@d.example, subject: Price list, body: "https://shop.example/list"}
                      clicks:
                        - {user: anna.berg@contoso.example, at: -PT21H30M, url: "https://login.evil.example/1"}
                        - {user: bo.lund@contoso.example, at: -PT21H20M, url: "https://login.evil.example/1", action: Blocked}
                        - {user: anna.berg@contoso.example, at: -PT21H10M, url: "https://shop.example/list"}
                      secureScore:
                        - {control: BlockLegacyAuthentication, at: -P3D, points: 2}
                    persistence:
                      - {id: evil-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT19H, object: {displayName: Out, conditions: {subjectContains: [iban]}, actions: {forwardTo: [drop@mail.example]}}}
                      - {id: old-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, created: -P60D, object: {displayName: Copy, conditions: {subjectContains: [order]}, actions: {forwardTo: [bo.lund@contoso.example]}}}
                      - {id: older-rule, kind: inbox-rule, owner: bo.lund@contoso.example, by: legitimate, created: -P200D, object: {displayName: Copy, conditions: {subjectContains: [order]}, actions: {forwardTo: [anna.berg@contoso.example]}}}
                    """);

    private static String text(JsonObject row, String name) {
        return row.get(name).getAsString();
    }

    @Test
    void alerts_about_one_account_in_one_week_are_one_incident() {
        try (var responder = Responder.in(E5, "")) {
            var rows = responder.list(INCIDENTS + "?$expand=alerts");

            assertThat(rows)
                    .extracting(row -> text(row, "createdDateTime") + " " + text(row, "severity") + " "
                            + row.getAsJsonArray("alerts").size())
                    .containsExactly(
                            "2026-03-01T23:00:00Z high 1",
                            "2026-03-01T11:30:00Z high 3",
                            "2026-03-01T11:10:00Z low 1",
                            "2026-01-01T08:10:00Z informational 1");
            var anna = rows.get(1);
            assertThat(text(anna, "displayName"))
                    .isEqualTo(
                            "Multi-stage incident involving Initial access & Credential access & Collection involving one user");
            assertThat(anna.getAsJsonArray("alerts"))
                    .allSatisfy(alert -> assertThat(text(alert.getAsJsonObject(), "incidentId"))
                            .isEqualTo(text(anna, "id")));
            assertThat(responder.list("/security/alerts_v2"))
                    .filteredOn(alert -> text(alert, "incidentId").equals(text(anna, "id")))
                    .hasSize(3);
            assertThat(text(responder.done("GET", INCIDENTS + "/" + text(anna, "id")), "displayName"))
                    .isEqualTo(text(anna, "displayName"));
            assertThat(responder.graph("GET", INCIDENTS + "/1").status()).isEqualTo(404);
        }
    }

    @Test
    void alerts_stand_in_an_incident_only_when_they_are_asked_for() {
        try (var responder = Responder.in(E5, "")) {
            assertThat(responder.list(INCIDENTS))
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row.has("alerts")).isFalse());
            assertThat(responder.graph("GET", INCIDENTS + "?$expand=evidence").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void incidents_are_filtered_by_what_defender_knows_and_by_nothing_else() {
        try (var responder = Responder.in(E5, "")) {
            assertThat(responder.list(
                            INCIDENTS + "?$filter=lastUpdateDateTime ge 2026-03-01T12:00:00Z and severity eq 'high'"))
                    .hasSize(2);
            assertThat(responder.list(INCIDENTS + "?$filter=status eq 'resolved'"))
                    .isEmpty();
            assertThat(Stream.of(
                                    "?$filter=displayName eq 'x'",
                                    "?$orderby=createdDateTime desc",
                                    "?$top=51",
                                    "?$filter=nothing eq 'x'")
                            .map(query ->
                                    responder.graph("GET", INCIDENTS + query).status()))
                    .containsOnly(400);
        }
    }

    @Test
    void incidents_come_in_pages_of_fifty_at_most() {
        try (var responder = Responder.in(E5, "")) {
            var page = responder.done("GET", INCIDENTS + "?$top=3&$count=true");

            assertThat(page.getAsJsonArray("value")).hasSize(3);
            assertThat(page.get("@odata.count").getAsInt()).isEqualTo(4);
            assertThat(responder.list(text(page, "@odata.nextLink").replaceFirst(".*/v1\\.0", "")))
                    .singleElement()
                    .satisfies(row -> assertThat(text(row, "severity")).isEqualTo("informational"));
            assertThat(responder.list(INCIDENTS + "?$top=2&$skip=3")).hasSize(1);
        }
    }

    @Test
    void plain_e3_has_no_incidents_and_no_refusal() {
        try (var responder = Responder.in(E5.replace("[E5]", "[E3]"), "")) {
            assertThat(responder.list(INCIDENTS)).isEmpty();
            responder.tenant().control("/licences", Json.object("set", List.of("E3-MDO-P1")));
            assertThat(responder.list(INCIDENTS + "?$expand=alerts"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.getAsJsonArray("alerts").toString())
                            .contains("Creation of forwarding/redirect rule"));
        }
    }

    @Test
    void a_click_that_safe_links_let_through_is_noticed_where_the_link_was_the_attackers() {
        try (var responder = Responder.in(E5, "")) {
            assertThat(responder.list(
                            "/security/alerts_v2?$filter=detectorId eq 'Apotentiallymaliciousurlclickwasdetected'"))
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(text(alert, "createdDateTime")).isEqualTo("2026-03-01T11:30:00Z");
                        var evidence = alert.getAsJsonArray("evidence");
                        assertThat(text(
                                        evidence.get(0).getAsJsonObject().getAsJsonObject("userAccount"),
                                        "userPrincipalName"))
                                .isEqualTo(ANNA);
                        assertThat(text(evidence.get(1).getAsJsonObject(), "url"))
                                .isEqualTo(LINK);
                    });
        }
    }

    @Test
    void a_reported_mail_names_the_mail_and_accuses_nobody() {
        try (var responder = Responder.in(E5, "")) {
            assertThat(responder.list("/security/alerts_v2?$filter=severity eq 'low'"))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.getAsJsonArray("evidence"))
                            .singleElement()
                            .satisfies(each -> {
                                var mail = each.getAsJsonObject();
                                assertThat(text(mail, "recipientEmailAddress")).isEqualTo(BO);
                                assertThat(text(mail, "antiSpamDirection")).isEqualTo("inbound");
                                assertThat(mail.has("userAccount")).isFalse();
                            }));
        }
    }

    @Test
    void who_has_no_permission_is_refused() {
        var poor = E5.replace("application: {permissions: respond,", "application: {permissions: [User.Read.All],");
        try (var responder = Responder.in(poor, "")) {
            assertThat(Stream.of(INCIDENTS, SCORES)
                            .map(path -> responder.graph("GET", path).status()))
                    .containsOnly(403);
        }
    }

    @Test
    void fifty_requests_for_incidents_are_served_in_a_minute() {
        try (var responder = Responder.in(E5.replace(UNTHROTTLED, ""), "")) {
            var replies = Stream.generate(() -> responder.graph("GET", INCIDENTS))
                    .limit(60)
                    .toList();

            assertThat(replies.subList(0, 50))
                    .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
            assertThat(replies).anySatisfy(reply -> {
                assertThat(reply.status()).isEqualTo(429);
                assertThat(reply.header("retry-after")).isNotEmpty();
            });
            assertThat(responder.graph("GET", SCORES).status()).isEqualTo(200);
        }
    }

    @Test
    void the_score_is_worked_out_once_a_day_and_drops_when_a_control_does() {
        try (var responder = Responder.in(E5, "")) {
            var days = responder.list(SCORES);

            assertThat(days).hasSize(90);
            assertThat(days.subList(0, 5))
                    .extracting(day -> text(day, "createdDateTime").substring(0, 10))
                    .containsExactly("2026-03-02", "2026-03-01", "2026-02-28", "2026-02-27", "2026-02-26");
            assertThat(days.subList(0, 5))
                    .extracting(day -> day.get("currentScore").getAsInt()
                            - days.getLast().get("currentScore").getAsInt())
                    .containsExactly(-6, -6, -6, -6, 0);
            assertThat(responder.list(SCORES + "?$top=1")).containsExactly(days.getFirst());
            var sum = days.getFirst().getAsJsonArray("controlScores").asList().stream()
                    .mapToInt(control -> control.getAsJsonObject().get("score").getAsInt())
                    .sum();
            assertThat(sum).isEqualTo(days.getFirst().get("currentScore").getAsInt());
            responder.tenant().advance("P1D");
            assertThat(text(responder.list(SCORES + "?$top=1").getFirst(), "createdDateTime"))
                    .isEqualTo("2026-03-03T00:00:00Z");
        }
    }

    @Test
    void the_score_knows_of_safe_links_only_where_they_are_licensed() {
        try (var responder = Responder.in(E5, "")) {
            assertThat(responder.list(SCORES + "?$top=1").toString()).contains("mdo_safelinksforemail");
            responder.tenant().control("/licences", Json.object("set", List.of("E3")));
            assertThat(responder.list(SCORES + "?$top=1").toString())
                    .contains("MFARegistrationV2")
                    .doesNotContain("mdo_safelinksforemail", "SigninRiskPolicy");
        }
    }
}
