package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.AsLicensed;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Made;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.ThreatHunting;
import dev.cordon.tenant.ThreatHunting.ClickAction;
import dev.cordon.tenant.ThreatHunting.ClickQuestion;
import dev.cordon.tenant.ThreatHunting.UrlClick;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreatHuntingTest extends ConnectedTest {
    private static final String PLAN_2 = "8e0c0a52-6a6c-4d40-8370-dd62790dcd70";
    private static final String NO_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    private static final Instant FROM = Made.NOW.minus(Duration.ofDays(7));

    @BeforeEach
    void permit() {
        microsoft.clock(() -> Made.NOW);
        microsoft.graphClaims("\"roles\":[\"ThreatHunting.Read.All\"]");
    }

    @Test
    void a_row_may_have_its_flags_as_numbers_and_no_value_as_an_empty_object() {
        answer(
                PLAN_2,
                request -> results(
                        "{\"Timestamp\":\"2026-03-01T10:00:00.1234567Z\",\"AccountUpn\":\"anna.berg@contoso.example\",\"Url\":\"https://evil.example/\",\"ActionType\":\"ClickAllowed\",\"IsClickedThrough\":1,\"UrlChain\":{},\"Workload\":null}"));

        assertThat(clicks(FROM).value())
                .containsExactly(new UrlClick(
                        Instant.parse("2026-03-01T10:00:00.1234567Z"),
                        "anna.berg@contoso.example",
                        "https://evil.example/",
                        ClickAction.CLICK_ALLOWED,
                        "ClickAllowed",
                        Optional.of(true),
                        "",
                        "",
                        "",
                        ""));
        assertThat(microsoft.asked().getLast().body()).contains("\"Timespan\":\"P30D\"");
        assertThat(clicks(FROM).answers().getFirst().request()).contains("UrlClickEvents\n| where Timestamp");
    }

    @Test
    void a_refusal_without_the_licence_is_the_licence_whatever_its_words() {
        answer(NO_PLAN, request -> Reply.error(403, "Forbidden", "no"));
        assertThat(refusal(() -> clicks(FROM)).reason()).isEqualTo(Reason.NOT_LICENSED);

        answer(
                NO_PLAN,
                request ->
                        Reply.error(400, "BadRequest", "'where' operator: Failed to resolve table 'UrlClickEvents'"));
        assertThat(refusal(() -> clicks(FROM)).reason()).isEqualTo(Reason.NOT_LICENSED);

        answer(
                PLAN_2,
                request -> Reply.error(
                        403, "Forbidden", "The tenant or user does not have appropriate license or permission"));
        assertThat(refusal(() -> clicks(FROM)).reason()).isEqualTo(Reason.NOT_LICENSED);

        answer(PLAN_2, request -> Reply.error(403, "Forbidden", "no"));
        assertThat(refusal(() -> clicks(FROM)).reason()).isEqualTo(Reason.MISSING_ROLE);
    }

    @Test
    void nothing_found_means_that_nobody_clicked_only_where_the_tenant_is_licensed() {
        answer(NO_PLAN, request -> results());
        assertThat(clicks(FROM).completeness()).isInstanceOf(AsLicensed.class);

        answer(PLAN_2, request -> results());
        assertThat(clicks(FROM).completeness()).isEqualTo(Completeness.complete());
    }

    @Test
    void what_is_not_kept_and_what_makes_no_sense_and_what_is_too_much_is_said_to_be_missing() {
        answer(PLAN_2, request -> results());
        assertThat(lack(Made.NOW.minus(Duration.ofDays(60)))).contains("is not kept any more");
        assertThat(refusal(() -> tenant.threatHunting()
                                .fetchClicks(ClickQuestion.onDomain(
                                        "evil.example",
                                        Made.NOW.minus(Duration.ofDays(60)),
                                        Made.NOW.minus(Duration.ofDays(40)))))
                        .reason())
                .isEqualTo(Reason.NOT_AVAILABLE);

        answer(PLAN_2, request -> results("{\"Timestamp\":\"soon\",\"Url\":\"https://evil.example/\"}"));
        assertThat(lack(FROM)).contains("were left out");

        String row = "{\"Timestamp\":\"2026-03-01T10:00:00Z\",\"Url\":\"https://evil.example/\"}";
        answer(
                PLAN_2,
                request -> results(
                        Collections.nCopies(ThreatHunting.MOST_ROWS + 1, row).toArray(String[]::new)));
        assertThat(lack(FROM)).contains("more than 10000 rows");
        assertThat(clicks(FROM).value()).hasSize(ThreatHunting.MOST_ROWS);
    }

    @Test
    void too_much_asked_is_asked_again_after_the_pause_it_wants() {
        answer(
                PLAN_2,
                request -> hunts() == 1
                        ? Reply.error(429, "TooManyRequests", "CPU quota").with("Retry-After", "40")
                        : results("{\"Timestamp\":\"2026-03-01T10:00:00Z\",\"Url\":\"https://evil.example/\"}"));

        assertThat(clicks(FROM).value()).hasSize(1);
        assertThat(pauses).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void a_question_without_a_restriction_is_none() {
        assertThatThrownBy(() -> new ClickQuestion(List.of(), List.of(), List.of(), List.of(), FROM, Made.NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClickQuestion.by(" ", FROM, Made.NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private long hunts() {
        return microsoft.asked().stream()
                .filter(request -> request.path().endsWith("runHuntingQuery"))
                .count();
    }

    private String lack(Instant from) {
        return ((Incomplete) clicks(from).completeness()).reason();
    }

    private Reading<List<UrlClick>> clicks(Instant from) {
        return tenant.threatHunting().fetchClicks(ClickQuestion.onDomain("evil.example", from, Made.NOW));
    }

    private void answer(String plan, Function<Asked, Reply> hunting) {
        microsoft.answer(request -> request.path().endsWith("runHuntingQuery")
                ? hunting.apply(request)
                : Reply.json(
                        "{\"value\":[{\"skuId\":\"s\",\"capabilityStatus\":\"Enabled\",\"servicePlans\":[{\"servicePlanId\":\""
                                + plan + "\",\"provisioningStatus\":\"Success\"}]}]}"));
    }

    private static Reply results(String... rows) {
        return Reply.json("{\"schema\":[],\"results\":[" + String.join(",", rows) + "]}");
    }
}
