package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.AsLicensed;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SecurityIncident;
import dev.cordon.tenant.SecurityIncident.AlertStatus;
import dev.cordon.tenant.SecurityIncident.NamedUser;
import dev.cordon.tenant.SecurityIncident.Remediation;
import dev.cordon.tenant.SecurityIncident.Severity;
import dev.cordon.tenant.SecurityIncident.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents of Microsoft Defender: what they say, where a list of them ends, and what an empty one means. */
class SecurityIncidentsTest extends ConnectedTest {
    private static final Instant SINCE = Instant.parse("2026-02-23T08:00:00.5Z");
    private static final String DEFENDER = "2e2ddb96-6af9-4b1d-a3f0-d6ecfd22edb2";
    private static final String P2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";
    private static final String LIST =
            "/v1.0/security/incidents?$filter=lastUpdateDateTime ge 2026-02-23T08:00:00Z&$expand=alerts&$top=50";

    @BeforeEach
    void permit() {
        microsoft.graphClaims("\"roles\":[\"SecurityIncident.Read.All\",\"LicenseAssignment.Read.All\"]");
    }

    @Test
    void an_incident_says_who_is_named_by_the_evidence_of_its_alerts_and_what_became_of_it() {
        answer(DEFENDER, request -> list("", """
                {"id":"41","displayName":"Multi-stage incident (attack disruption)","incidentWebUrl":"https://security.microsoft.com/incidents/41",
                 "createdDateTime":"2026-02-28T10:00:00Z","lastUpdateDateTime":"2026-03-01T10:00:00Z","status":"awaitingAction","severity":"high",
                 "classification":"truePositive","determination":"compromisedAccount","redirectIncidentId":null,"systemTags":[],
                 "alerts":[{"id":"a-1","title":"Sign-in","severity":"medium","status":"inProgress","category":"InitialAccess",
                   "serviceSource":"microsoft365Defender","detectionSource":"microsoft365Defender",
                   "firstActivityDateTime":"2026-02-28T09:00:00Z","lastActivityDateTime":null,
                   "evidence":[{"@odata.type":"#microsoft.graph.security.userEvidence","remediationStatus":"prevented",
                     "remediationStatusDetails":"disabled","userAccount":{"azureAdUserId":"0aaa","userPrincipalName":"anna.berg@contoso.example",
                     "accountName":"anna","domainName":"CONTOSO"}},
                    {"@odata.type":"#microsoft.graph.security.mailboxEvidence","remediationStatus":"newWord","primaryAddress":"bo@contoso.example"},
                    {"@odata.type":"#microsoft.graph.security.ipEvidence","ipAddress":"203.0.113.9"},
                    {"@odata.type":"#microsoft.graph.security.userEvidence","userAccount":null}]}]}"""));

        Reading<List<SecurityIncident>> reading = tenant.securityIncidents().fetchChangedSince(SINCE);

        assertThat(reading.completeness()).isEqualTo(Completeness.complete());
        SecurityIncident incident = reading.value().getFirst();
        assertThat(incident.isAttackDisruption()).isTrue();
        assertThat(incident.status()).isEqualTo(Status.AWAITING_ACTION);
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.classification()).isEqualTo("truePositive");
        assertThat(incident.determination()).isEqualTo("compromisedAccount");
        assertThat(incident.webAddress()).contains(URI.create("https://security.microsoft.com/incidents/41"));
        assertThat(incident.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.status()).isEqualTo(AlertStatus.IN_PROGRESS);
            assertThat(alert.firstActivity()).contains(Instant.parse("2026-02-28T09:00:00Z"));
            assertThat(alert.lastActivity()).isEmpty();
        });
        assertThat(incident.users())
                .containsExactly(
                        new NamedUser("", "", "bo@contoso.example", "", Remediation.OTHER, ""),
                        new NamedUser(
                                "0aaa",
                                "anna.berg@contoso.example",
                                "",
                                "CONTOSO\\anna",
                                Remediation.PREVENTED,
                                "disabled"));
        assertThat(microsoft.asked()).singleElement().satisfies(request -> {
            assertThat(request.readable()).isEqualTo(LIST);
            assertThat(request.headers()).containsEntry("prefer", "include-unknown-enum-members");
        });
    }

    @Test
    void attack_disruption_is_known_by_the_end_of_the_title_or_a_tag_and_by_nothing_else() {
        answer(
                DEFENDER,
                request -> list(
                        "",
                        incident("1", "\"displayName\":\"Ransomware (Attack Disruption) \""),
                        incident(
                                "2",
                                "\"displayName\":\"x\",\"systemTags\":[\"Defender Experts\",\"ATTACK DISRUPTION\"]"),
                        incident("3", "\"displayName\":\"(attack disruption) was talked about\"")));

        assertThat(tenant.securityIncidents().fetchChangedSince(SINCE).value())
                .filteredOn(SecurityIncident::isAttackDisruption)
                .extracting(SecurityIncident::id)
                .containsExactly("1", "2");
    }

    @Test
    void links_are_followed_and_behind_a_full_page_without_one_more_is_asked_for() {
        String link = microsoft.address() + "/v1.0/security/incidents?$skiptoken=x";
        answer(DEFENDER, request -> switch (request.readable()) {
            case LIST -> list(link, incident("first", "\"status\":\"active\""));
            case LIST + "&$skip=51" -> list("", incident("last", "\"status\":\"active\""));
            case String other when other.contains("skiptoken") -> list("", fifty());
            default -> Reply.status(400);
        });

        Reading<List<SecurityIncident>> reading = tenant.securityIncidents().fetchChangedSince(SINCE);

        assertThat(reading.completeness()).isEqualTo(Completeness.complete());
        assertThat(reading.value()).hasSize(52).extracting(SecurityIncident::id).contains("first", "0", "49", "last");
        assertThat(reading.answers()).hasSize(3);
    }

    @Test
    void a_list_that_breaks_off_leads_elsewhere_or_gives_the_same_again_is_incomplete() {
        Map<String, Function<Asked, Reply>> lists = Map.of(
                "leads to another host",
                request -> list("https://elsewhere.example/v1.0/x", incident("1", "\"status\":\"active\"")),
                "gave a whole page again",
                request -> list("", fifty()),
                "could not be read",
                request -> request.readable().contains("$skip")
                        ? Reply.error(400, "BadRequest", "no")
                        : list("", fifty()));

        lists.forEach((lack, serve) -> {
            answer(DEFENDER, serve);
            assertThat(tenant.securityIncidents().fetchChangedSince(SINCE).completeness())
                    .isInstanceOfSatisfying(
                            Incomplete.class, told -> assertThat(told.reason()).contains(lack));
        });
    }

    @Test
    void one_that_came_twice_is_told_once_as_it_was_last() {
        answer(
                DEFENDER,
                request -> list(
                        "",
                        incident("1", "\"displayName\":\"new\"").replace("T10:00:00Z", "T11:00:00Z"),
                        incident("1", "\"displayName\":\"old\""),
                        incident("2", "\"displayName\":\"other\"")));

        assertThat(tenant.securityIncidents().fetchChangedSince(SINCE).value())
                .extracting(SecurityIncident::title)
                .containsExactly("new", "other");
    }

    @Test
    void what_was_merged_is_told_as_what_it_was_merged_into_however_long_the_way() {
        answer(DEFENDER, request -> switch (request.readable()) {
            case LIST -> list("", merged("1", "2"), merged("2", "3"), merged("4", "3"));
            case "/v1.0/security/incidents/3?$expand=alerts" -> Reply.json(incident("3", "\"status\":\"active\""));
            default -> Reply.status(400);
        });

        Reading<List<SecurityIncident>> reading = tenant.securityIncidents().fetchChangedSince(SINCE);

        assertThat(reading.completeness()).isEqualTo(Completeness.complete());
        assertThat(reading.value()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo("3");
            assertThat(incident.mergedIds()).containsExactly("1", "2", "4");
        });
        assertThat(microsoft.asked()).hasSize(2);
    }

    @Test
    void a_merge_that_leads_nowhere_or_in_a_circle_leaves_the_incident_and_says_so() {
        Map<String, String> lists = Map.of(
                "circle", merged("1", "2") + "," + merged("2", "1"),
                "nowhere", merged("1", "9"),
                "unsaid", incident("1", "\"status\":\"redirected\""));

        lists.forEach((name, list) -> {
            answer(
                    DEFENDER,
                    request -> request.readable().equals(LIST)
                            ? list("", list)
                            : Reply.error(404, "NotFound", "no such incident"));
            Reading<List<SecurityIncident>> reading = tenant.securityIncidents().fetchChangedSince(SINCE);
            assertThat(reading.value())
                    .as(name)
                    .isNotEmpty()
                    .extracting(SecurityIncident::status)
                    .containsOnly(Status.REDIRECTED);
            assertThat(reading.completeness())
                    .isInstanceOfSatisfying(
                            Incomplete.class,
                            told -> assertThat(told.reason())
                                    .contains("What incident 1 was merged into could not be told."));
        });
    }

    @Test
    void what_cannot_be_understood_is_named_and_hides_nothing_else() {
        answer(
                DEFENDER,
                request -> list(
                        "",
                        "{\"id\":\"1\"}",
                        incident("2", "\"alerts\":[{\"id\":7},{\"id\":\"a-1\",\"incidentWebUrl\":1}]"),
                        incident("3", "\"incidentWebUrl\":\"javascript:x\"").replace(",\"alerts\":[]", "")));

        Reading<List<SecurityIncident>> reading = tenant.securityIncidents().fetchChangedSince(SINCE);

        assertThat(reading.value()).extracting(SecurityIncident::id).containsExactly("2", "3");
        assertThat(reading.value().getFirst().alerts()).hasSize(1);
        assertThat(reading.value().getLast().webAddress()).isEmpty();
        assertThat(reading.completeness())
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        told -> assertThat(told.reason())
                                .contains(
                                        "An incident in the list could not be understood.",
                                        "An alert of incident 2 could not be understood.",
                                        "Alerts of incident 3 did not come with it."));
    }

    @Test
    void no_incident_means_quiet_only_where_a_plan_of_defender_watches() {
        answer(DEFENDER, request -> list(""));
        assertThat(tenant.securityIncidents().fetchChangedSince(SINCE).completeness())
                .isEqualTo(Completeness.complete());

        answer(P2, request -> list(""));
        assertThat(tenant.securityIncidents().fetchChangedSince(SINCE).completeness())
                .isInstanceOfSatisfying(
                        AsLicensed.class, told -> assertThat(told.leftOut()).contains("nobody watched"));

        microsoft.answer(
                request -> request.path().contains("subscribedSkus") ? Reply.error(403, "Forbidden", "no") : list(""));
        assertThat(tenant.securityIncidents().fetchChangedSince(SINCE).completeness())
                .isInstanceOf(Incomplete.class);
    }

    @Test
    void a_refusal_names_the_permission_the_role_or_the_licence_that_would_help() {
        Reply no = Reply.error(403, "Forbidden", "no");
        answer(DEFENDER, request -> no);
        assertThat(refused()).satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.MISSING_ROLE);
            assertThat(failure.remedy()).contains("Security Reader");
        });

        answer(P2, request -> no);
        assertThat(refused().reason()).isEqualTo(Reason.NOT_LICENSED);

        answer(
                DEFENDER,
                request -> new Reply(
                        403, Map.of("Content-Type", "text/html"), "<html>gateway</html>", TenantDouble.Fault.NONE));
        assertThat(refused().reason()).isEqualTo(Reason.NOT_AVAILABLE);

        answer(DEFENDER, request -> Reply.error(404, "UnknownError", ""));
        assertThat(refused().reason()).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void without_the_permission_it_is_named() {
        microsoft.graphClaims("\"roles\":[\"LicenseAssignment.Read.All\"]");
        answer(DEFENDER, request -> Reply.error(403, "Forbidden", "no"));

        assertThat(refused()).satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.MISSING_PERMISSION);
            assertThat(failure.remedy()).contains("SecurityIncident.Read.All");
        });
    }

    @Test
    void one_incident_is_found_by_its_id_where_it_was_merged_to_or_not_at_all() {
        answer(DEFENDER, request -> switch (request.readable()) {
            case "/v1.0/security/incidents/1?$expand=alerts" -> Reply.json(merged("1", "3"));
            case "/v1.0/security/incidents/3?$expand=alerts" -> Reply.json(incident("3", "\"status\":\"resolved\""));
            default -> Reply.error(404, "NotFound", "no such incident");
        });

        assertThat(tenant.securityIncidents().find("1").value()).hasValueSatisfying(incident -> {
            assertThat(incident.id()).isEqualTo("3");
            assertThat(incident.status()).isEqualTo(Status.RESOLVED);
            assertThat(incident.mergedIds()).containsExactly("1");
        });
        assertThat(tenant.securityIncidents().find("9/../1").value()).isEqualTo(Optional.empty());
        assertThat(microsoft.asked().getLast().path()).contains("/incidents/9%2F..%2F1?");
        assertThatThrownBy(() -> tenant.securityIncidents().find(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private Failure refused() {
        return refusal(() -> tenant.securityIncidents().fetchChangedSince(SINCE));
    }

    private void answer(String plan, Function<Asked, Reply> otherwise) {
        microsoft.answer(request -> request.path().contains("subscribedSkus")
                ? Reply.json(
                        "{\"value\":[{\"skuId\":\"s\",\"capabilityStatus\":\"Enabled\",\"servicePlans\":[{\"servicePlanId\":\""
                                + plan + "\",\"provisioningStatus\":\"Success\"}]}]}")
                : otherwise.apply(request));
    }

    private static Reply list(String link, String... incidents) {
        return Reply.json("{\"value\":[" + String.join(",", incidents) + "]"
                + (link.isEmpty() ? "" : ",\"@odata.nextLink\":\"" + link + "\"") + "}");
    }

    private static String fifty() {
        return IntStream.range(0, 50)
                .mapToObj(number -> incident(String.valueOf(number), "\"status\":\"active\""))
                .collect(Collectors.joining(","));
    }

    private static String merged(String id, String into) {
        return incident(id, "\"status\":\"redirected\",\"redirectIncidentId\":\"" + into + "\"");
    }

    private static String incident(String id, String members) {
        return "{\"id\":\"" + id + "\",\"createdDateTime\":\"2026-03-01T09:00:00Z\","
                + "\"lastUpdateDateTime\":\"2026-03-01T10:00:00Z\"," + members
                + (members.contains("\"alerts\"") ? "" : ",\"alerts\":[]") + "}";
    }
}
