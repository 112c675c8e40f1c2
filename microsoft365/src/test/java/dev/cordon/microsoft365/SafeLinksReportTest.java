package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.AsLicensed;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SafeLinksReport.Action;
import dev.cordon.tenant.SafeLinksReport.Click;
import dev.cordon.tenant.SafeLinksReport.Clicks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafeLinksReportTest extends ConnectedTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(6));
    private static final String SAFE_LINKS = "f20fedf3-f3c3-43c3-8267-2bfdd51c0939";
    private static final String NEITHER = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";

    @BeforeEach
    void permit() {
        microsoft.clock(() -> NOW);
        microsoft.graphClaims("\"roles\":[\"LicenseAssignment.Read.All\"]");
    }

    @Test
    void a_click_says_who_when_where_to_and_what_safe_links_did() {
        answer(
                SAFE_LINKS,
                request -> page(
                        click(
                                "2026-03-01T10:00:00",
                                "TenantBlockedAndClickedThrough",
                                "https://evil.example/?a=\\u001b[31m"),
                        click("2026-02-28T10:00:00.5Z", "SentToTheMoon", "https://evil.example/")));

        Reading<Clicks> reading = clicks(FROM);

        assertThat(reading.completeness()).isEqualTo(Completeness.complete());
        assertThat(reading.value().clicks())
                .containsExactly(
                        new Click(
                                Instant.parse("2026-03-01T10:00:00Z"),
                                "anna.berg@contoso.example",
                                "https://evil.example/?a=\u001b[31m",
                                Action.TENANT_BLOCKED_AND_CLICKED_THROUGH,
                                "TenantBlockedAndClickedThrough",
                                "Mail",
                                "n-1"),
                        new Click(
                                Instant.parse("2026-02-28T10:00:00.5Z"),
                                "anna.berg@contoso.example",
                                "https://evil.example/",
                                Action.OTHER,
                                "SentToTheMoon",
                                "Mail",
                                "n-1"));
        assertThat(reports())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains(
                                "\"CmdletName\":\"Get-SafeLinksDetailReport\"",
                                "\"StartDate\":\"2026-02-24T08:00:00.0000000Z\"",
                                "\"EndDate\":\"2026-03-02T08:00:00.0000000Z\"",
                                "\"Page\":1",
                                "\"PageSize\":1000"));
    }

    @Test
    void every_word_of_microsoft_for_what_was_done_is_known() {
        for (String word : List.of(
                "Allowed",
                "Blocked",
                "ClickedDuringScan",
                "ClickedEvenBlocked",
                "Scanning",
                "TenantAllowed",
                "TenantBlocked",
                "TenantBlockedAndClickedThrough")) {
            answer(SAFE_LINKS, request -> page(click("2026-03-01T10:00:00Z", word, "https://x.example/")));
            assertThat(clicks(FROM).value().clicks())
                    .as(word)
                    .singleElement()
                    .extracting(Click::action)
                    .isNotEqualTo(Action.OTHER);
        }
    }

    @Test
    void pages_are_asked_by_number_until_a_short_one_and_a_click_is_told_once() {
        answer(
                SAFE_LINKS,
                request -> number(request) == 1
                        ? full(0)
                        : page(
                                click("2026-03-01T10:00:00Z", "Allowed", "https://x.example/0"),
                                click("2026-03-01T10:00:00Z", "Allowed", "https://x.example/last")));

        assertThat(clicks(FROM).value().clicks()).hasSize(1001);
        assertThat(reports()).extracting(SafeLinksReportTest::number).containsExactly(1, 2);
    }

    @Test
    void a_report_that_breaks_off_repeats_itself_or_makes_no_sense_is_incomplete() {
        answer(
                SAFE_LINKS,
                request -> number(request) == 1 ? full(0) : Reply.error(400, "BadRequest", "Error executing cmdlet"));
        assertThat(lack()).contains("page 2 could not be read");

        answer(SAFE_LINKS, request -> full(0));
        assertThat(lack()).contains("what lies behind page 2");

        answer(SAFE_LINKS, request -> page(click("soon", "Allowed", "https://x.example/")));
        assertThat(lack()).contains("clicks whose time is missing");
    }

    @Test
    void its_reach_is_told_behind_which_clicks_may_still_come_and_before_which_none_is_kept() {
        answer(SAFE_LINKS, request -> page());
        assertThat(clicks(FROM).value().completeThrough()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(tenant.safeLinksReport()
                        .fetchClicks(FROM, FROM.plusSeconds(60))
                        .value()
                        .completeThrough())
                .isEqualTo(FROM.plusSeconds(60));

        Reading<Clicks> old = clicks(NOW.minus(Duration.ofDays(20)));
        assertThat(old.value().from()).isBetween(NOW.minus(Duration.ofDays(7)), NOW.minus(Duration.ofDays(6)));
        assertThat(old.completeness())
                .isInstanceOfSatisfying(
                        Incomplete.class, told -> assertThat(told.reason()).contains("is not kept any more"));

        assertThat(refusal(() -> tenant.safeLinksReport()
                                .fetchClicks(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(8))))
                        .reason())
                .isEqualTo(Reason.NOT_AVAILABLE);
        assertThatThrownBy(() -> clicks(NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_click_means_that_nobody_clicked_only_where_the_tenant_has_safe_links() {
        answer(NEITHER, request -> page());
        assertThat(clicks(FROM).completeness())
                .isInstanceOfSatisfying(
                        AsLicensed.class, told -> assertThat(told.leftOut()).contains("does not mean that nobody"));

        microsoft.answer(
                request -> request.path().contains("subscribedSkus") ? Reply.error(403, "Forbidden", "no") : page());
        assertThat(clicks(FROM).completeness()).isInstanceOf(Incomplete.class);
    }

    @Test
    void a_cmdlet_that_is_refused_is_a_role_or_an_unknown_cmdlet_with_the_licence_and_a_licence_without() {
        Reply nothing = new Reply(403, java.util.Map.of(), "\u0000\u0000", TenantDouble.Fault.NONE);
        answer(SAFE_LINKS, request -> nothing);
        Failure failure = refusal(() -> clicks(FROM));
        assertThat(failure.reason()).isEqualTo(Reason.MISSING_ROLE);
        assertThat(failure.meaning()).contains("Exchange Online does not know it");

        answer(NEITHER, request -> nothing);
        assertThat(refusal(() -> clicks(FROM)).reason()).isEqualTo(Reason.NOT_LICENSED);
    }

    private String lack() {
        return ((Incomplete) clicks(FROM).completeness()).reason();
    }

    private Reading<Clicks> clicks(Instant from) {
        return tenant.safeLinksReport().fetchClicks(from, NOW);
    }

    private List<Asked> reports() {
        return microsoft.asked().stream()
                .filter(asked -> asked.path().endsWith("InvokeCommand"))
                .toList();
    }

    private static int number(Asked request) {
        JsonObject input =
                JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonObject("CmdletInput");
        return input.getAsJsonObject("Parameters").get("Page").getAsInt();
    }

    private void answer(String plan, Function<Asked, Reply> report) {
        microsoft.answer(request -> request.path().endsWith("InvokeCommand")
                ? report.apply(request)
                : Reply.json(
                        "{\"value\":[{\"skuId\":\"s\",\"capabilityStatus\":\"Enabled\",\"servicePlans\":[{\"servicePlanId\":\""
                                + plan + "\",\"provisioningStatus\":\"Success\"}]}]}"));
    }

    private static Reply full(int first) {
        return page(IntStream.range(first, first + 1000)
                .mapToObj(each -> click("2026-03-01T10:00:00Z", "Allowed", "https://x.example/" + each))
                .toArray(String[]::new));
    }

    private static Reply page(String... clicks) {
        return Reply.json("{\"@adminapi.warnings\":[],\"value\":[" + String.join(",", clicks) + "]}");
    }

    private static String click(String at, String action, String url) {
        return "{\"ClickTime@data.type\":\"System.DateTime\",\"ClickTime\":\"" + at + "\",\"Action\":\"" + action
                + "\",\"Url\":\"" + url + "\",\"RecipientAddress\":\"anna.berg@contoso.example\",\"AppName\":\"Mail\","
                + "\"NetworkMessageId\":\"n-1\",\"Flags\":0}";
    }
}
