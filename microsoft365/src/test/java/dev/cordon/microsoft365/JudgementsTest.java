package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.PageProgress;
import dev.cordon.tenant.RiskQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Microsoft itself judges: an empty list means something only where a licence fills it. */
class JudgementsTest extends ConnectedTest {
    private static final String P2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";
    private static final String DEFENDER = "8e0c0a52-6a6c-4d40-8370-dd62790dcd70";
    private static final String NEITHER = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";

    private final List<LogRow> rows = new ArrayList<>();
    private final List<LogPage<PagePosition<AlertQuestion>>> pages = new ArrayList<>();

    @BeforeEach
    void permit() {
        microsoft.graphClaims("\"roles\":[\"IdentityRiskEvent.Read.All\",\"SecurityAlert.Read.All\","
                + "\"LicenseAssignment.Read.All\"]");
    }

    @Test
    void detections_are_read_to_their_end_for_one_user() {
        answer(
                P2,
                request -> request.path().contains("skip=1")
                        ? Reply.json("{\"value\":[" + detection("r-2") + "]}")
                        : Reply.json("{\"value\":[" + detection("r-1") + "],\"@odata.nextLink\":\""
                                + microsoft.address() + "/v1.0/identityProtection/riskDetections?skip=1\"}"));

        assertThat(detections()).isEqualTo(new CollectionEnd.Complete());
        assertThat(rows).extracting(LogRow::id).containsExactly("r-1", "r-2");
        assertThat(rows).extracting(LogRow::address).containsOnly("203.0.113.9");
        assertThat(microsoft.asked().getFirst().readable())
                .isEqualTo("/v1.0/identityProtection/riskDetections?$filter=userId eq '" + ANNA + "'");
    }

    @Test
    void without_the_licence_no_list_of_detections_is_complete_and_what_came_stands() {
        for (String list : List.of("", detection("r-1"))) {
            rows.clear();
            answer(NEITHER, request -> Reply.json("{\"value\":[" + list + "]}"));

            assertThat(detections())
                    .isInstanceOfSatisfying(
                            CollectionEnd.NotLicensed.class,
                            end -> assertThat(end.failure().meaning())
                                    .contains("no Entra ID P2", "does not mean that nothing was detected"));
            assertThat(rows).hasSize(list.isEmpty() ? 0 : 1);
        }
    }

    @Test
    void a_missing_permission_is_named_where_it_would_help_and_the_licence_where_it_would_not() {
        microsoft.graphClaims("\"roles\":[\"LicenseAssignment.Read.All\"]");
        answer(P2, request -> Reply.error(403, "Forbidden", "no"));
        assertThat(detections())
                .isInstanceOfSatisfying(
                        CollectionEnd.NotPermitted.class,
                        end -> assertThat(end.failure().remedy()).contains("IdentityRiskEvent.Read.All"));
        assertThat(alerts(List.of()))
                .isInstanceOfSatisfying(
                        CollectionEnd.NotPermitted.class,
                        end -> assertThat(end.failure().remedy()).contains("SecurityAlert.Read.All"));

        answer(NEITHER, request -> Reply.error(403, "Forbidden", "no"));
        assertThat(detections()).isInstanceOf(CollectionEnd.NotLicensed.class);
        assertThat(alerts(List.of())).isInstanceOf(CollectionEnd.NotLicensed.class);
    }

    @Test
    void where_the_licences_cannot_be_read_nothing_is_called_complete_that_might_be_hidden() {
        microsoft.answer(request -> request.path().contains("subscribedSkus")
                ? Reply.error(403, "Authorization_RequestDenied", "no")
                : Reply.json("{\"value\":[]}"));

        assertThat(detections()).isInstanceOf(CollectionEnd.CutOff.class);
        assertThat(alerts(List.of())).isInstanceOf(CollectionEnd.CutOff.class);
    }

    @Test
    void of_a_page_of_alerts_those_about_the_account_are_handed_over_and_the_answer_stays_whole() {
        answer(
                NEITHER,
                request -> Reply.json(
                        "{\"value\":[" + alert("a-1", user(ANNA.toUpperCase(Locale.ROOT), "x@contoso.example")) + ","
                                + alert("a-2", user("other", "bo@contoso.example")) + ","
                                + alert("a-3", "{\"primaryAddress\":\"Anna.Berg@contoso.example\"}") + ","
                                + alert("a-4", sender("p1Sender", "Anna.Berg@contoso.example")) + ","
                                + alert("a-5", sender("p2Sender", "anna.berg@contoso.example")) + ","
                                + alert("a-6", sender("p2Sender", "bo@contoso.example")) + ","
                                + "{\"createdDateTime\":\"yesterday\"}]}"));

        assertThat(alerts(List.of(ANNA, "anna.berg@contoso.example"))).isEqualTo(new CollectionEnd.Complete());
        assertThat(rows)
                .extracting(LogRow::id)
                .startsWith("a-1", "a-3", "a-4", "a-5")
                .hasSize(5);
        assertThat(new String(pages.getFirst().answers().getFirst().body().toArray(), StandardCharsets.UTF_8))
                .contains("a-2");
        assertThat(microsoft.asked())
                .singleElement()
                .extracting(Asked::readable)
                .isEqualTo("/v1.0/security/alerts_v2?$filter=createdDateTime ge 2026-02-01T00:00:00Z");
    }

    @Test
    void no_alert_means_quiet_only_where_a_product_watches() {
        answer(DEFENDER, request -> Reply.json("{\"value\":[]}"));
        assertThat(alerts(List.of())).isEqualTo(new CollectionEnd.Complete());

        answer(NEITHER, request -> Reply.json("{\"value\":[]}"));
        assertThat(alerts(List.of()))
                .isInstanceOfSatisfying(
                        CollectionEnd.NotLicensed.class,
                        end -> assertThat(end.failure().meaning()).contains("nobody watched"));
    }

    @Test
    void every_plan_that_raises_alerts_counts_as_one_that_watches() {
        for (String plan : List.of("292cc034-7b7c-4950-aaf5-943befd3f1d4", "bfc1bbd9-981b-4f71-9b82-17c35fd0e2a4")) {
            answer(plan, request -> Reply.json("{\"value\":[]}"));
            assertThat(alerts(List.of())).isEqualTo(new CollectionEnd.Complete());
        }
    }

    @Test
    void a_list_that_is_taken_up_at_an_empty_last_page_is_not_called_unlicensed() {
        answer(NEITHER, request -> Reply.json("{\"value\":[]}"));
        AlertQuestion question = new AlertQuestion(List.of(), Instant.parse("2026-02-01T00:00:00Z"));
        var last = new PageProgress.Link(microsoft.address() + "/v1.0/security/alerts_v2?skip=100");

        assertThat(tenant.securityAlerts().rows().collect(new PagePosition<>(question, last), page -> {}))
                .isInstanceOfSatisfying(
                        CollectionEnd.CutOff.class,
                        end -> assertThat(end.reason()).contains("no plan that Cordon knows to raise alerts"));
        answer(DEFENDER, request -> Reply.json("{\"value\":[]}"));
        assertThat(tenant.securityAlerts().rows().collect(new PagePosition<>(question, last), page -> {}))
                .isEqualTo(new CollectionEnd.Complete());
    }

    private void answer(String plan, Function<Asked, Reply> otherwise) {
        microsoft.answer(request -> request.path().contains("subscribedSkus")
                ? Reply.json(
                        "{\"value\":[{\"skuId\":\"s\",\"capabilityStatus\":\"Enabled\",\"servicePlans\":[{\"servicePlanId\":\""
                                + plan + "\",\"provisioningStatus\":\"Success\"}]}]}")
                : otherwise.apply(request));
    }

    private CollectionEnd detections() {
        return tenant.riskyUsers()
                .detections()
                .collect(PagePosition.start(new RiskQuestion(Optional.of(ANNA))), page -> rows.addAll(page.rows()));
    }

    private CollectionEnd alerts(List<String> about) {
        return tenant.securityAlerts()
                .rows()
                .collect(PagePosition.start(new AlertQuestion(about, Instant.parse("2026-02-01T00:00:00Z"))), page -> {
                    pages.add(page);
                    rows.addAll(page.rows());
                });
    }

    private static String detection(String id) {
        return "{\"id\":\"" + id + "\",\"riskEventType\":\"anomalousToken\",\"ipAddress\":\"203.0.113.9\","
                + "\"activityDateTime\":\"2026-03-01T10:00:00Z\",\"userPrincipalName\":\"anna.berg@contoso.example\"}";
    }

    private static String alert(String id, String evidence) {
        return "{\"id\":\"" + id
                + "\",\"createdDateTime\":\"2026-03-01T10:00:00Z\",\"title\":\"Inbox rule\",\"evidence\":[" + evidence
                + "]}";
    }

    private static String sender(String member, String address) {
        return "{\"" + member + "\":{\"emailAddress\":\"" + address + "\"}}";
    }

    private static String user(String id, String name) {
        return "{\"userAccount\":{\"azureAdUserId\":\"" + id + "\",\"userPrincipalName\":\"" + name + "\"}}";
    }
}
