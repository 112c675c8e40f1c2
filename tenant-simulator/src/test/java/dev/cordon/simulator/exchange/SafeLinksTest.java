package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The report of clicks: days, pages, filters, licence, and what is refused (X24). */
class SafeLinksTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String REPORT = "Get-SafeLinksDetailReport";
    private static final String LINK = "https://login.evil.example/1";

    private static final String CLICKED = TestingTenant.SMALL
            .replace("licences: [E3]", "licences: [E3-MDO-P1]")
            .replace("attacker: {}\n", """
                    history:
                      mails:
                        - {mailbox: anna.berg@contoso.example, at: -PT22H, from: a@b.example, subject: Look, body: "see https://login.evil.example/1", by: attacker}
                      clicks:
                        - {user: anna.berg@contoso.example, at: -PT1H, url: "https://today.example/"}
                        - {user: anna.berg@contoso.example, at: -PT20H, url: "https://login.evil.example/1"}
                        - {user: bo.lund@contoso.example, at: -PT21H, url: "https://login.evil.example/1", action: Blocked, app: Teams}
                        - {user: bo.lund@contoso.example, at: -P6D, url: "https://old.example/"}
                        - {user: bo.lund@contoso.example, at: -P9D, url: "https://older.example/"}
                    persistence: []
                    """);

    private static List<JsonObject> week(Responder responder, Object... more) {
        var parameters = new ArrayList<Object>(List.of("StartDate", "2026-02-23", "EndDate", "2026-03-02"));
        parameters.addAll(List.of(more));
        return responder.run(REPORT, parameters.toArray());
    }

    private static List<String> urls(List<JsonObject> rows) {
        return rows.stream().map(row -> row.get("Url").getAsString()).toList();
    }

    private static Responder started(String scenario) {
        return Responder.in(scenario.replace("persistence: []\n", "attacker: {}\n"), "");
    }

    @Test
    void yesterday_is_the_newest_day_and_a_week_the_longest_way_back() {
        try (var responder = started(CLICKED)) {
            assertThat(urls(week(responder))).containsExactly(LINK, LINK, "https://old.example/");

            responder.tenant().advance("P1D");
            assertThat(urls(responder.run(REPORT, "StartDate", "2026-02-24", "EndDate", "2026-03-03T08:00:00Z")))
                    .containsExactly("https://today.example/", LINK, LINK, "https://old.example/");
        }
    }

    @Test
    void a_row_says_who_clicked_what_where_and_what_became_of_it() {
        try (var responder = started(CLICKED)) {
            var rows = week(responder);

            var mailed = rows.getFirst();
            assertThat(mailed.get("ClickTime").getAsString()).startsWith("2026-03-01T12:00:00");
            assertThat(mailed.get("RecipientAddress").getAsString()).isEqualTo(ANNA);
            assertThat(mailed.get("UrlDomain").getAsString()).isEqualTo("login.evil.example");
            assertThat(mailed.get("Action").getAsString()).isEqualTo("Allowed");
            assertThat(mailed.get("AppName").getAsString()).isEqualTo("Email Client");
            var trace = responder.run("Get-MessageTraceV2", "SenderAddress", "a@b.example");
            assertThat(mailed.get("NetworkMessageId"))
                    .isEqualTo(trace.getFirst().get("MessageTraceId"));
            assertThat(rows.get(1).get("Action").getAsString()).isEqualTo("Blocked");
            assertThat(rows.get(1).get("NetworkMessageId").getAsString()).isEmpty();
        }
    }

    @Test
    void rows_come_in_pages_and_the_last_one_is_short() {
        try (var responder = started(CLICKED)) {
            assertThat(week(responder, "PageSize", 2)).hasSize(2);
            assertThat(urls(week(responder, "Page", 2, "PageSize", 2))).containsExactly("https://old.example/");
            assertThat(week(responder, "Page", 3, "PageSize", 2)).isEmpty();
        }
    }

    @Test
    void rows_are_chosen_by_person_and_action_and_the_action_by_its_exact_word() {
        try (var responder = started(CLICKED)) {
            assertThat(week(responder, "RecipientAddress", ANNA.toUpperCase(Locale.ROOT)))
                    .hasSize(1);
            assertThat(week(responder, "Action", "Blocked")).hasSize(1);
            assertThat(week(responder, "Action", "blocked")).isEmpty();
            var id = week(responder).getFirst().get("ClickId").getAsString();
            assertThat(week(responder, "ClickId", id)).hasSize(1);
        }
    }

    @Test
    void without_dates_or_with_wrong_ones_it_is_refused() {
        try (var responder = started(CLICKED)) {
            for (var asked : List.of(
                    List.of(),
                    List.of("StartDate", "2026-02-24"),
                    List.of("StartDate", "2026-02-20", "EndDate", "2026-03-02"),
                    List.of("StartDate", "2026-03-02", "EndDate", "2026-02-28"),
                    List.of("StartDate", "2026-02-24", "EndDate", "2026-03-02", "PageSize", 5001),
                    List.of("StartDate", "2026-02-24", "EndDate", "2026-03-02", "Page", 0),
                    List.of("StartDate", "2026-02-24", "EndDate", "2026-03-02", "Surprise", 1))) {
                assertThat(responder.ask(REPORT, asked.toArray()).status())
                        .as(asked.toString())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void without_defender_for_office_the_tenant_has_no_such_cmdlet() {
        try (var responder = started(CLICKED)) {
            assertThat(exported(responder)).contains(REPORT);
            responder.tenant().control("/licences", Json.object("set", List.of("E3")));

            assertThat(responder
                            .ask(REPORT, "StartDate", "2026-02-24", "EndDate", "2026-03-02")
                            .status())
                    .isEqualTo(403);
            assertThat(exported(responder)).doesNotContain(REPORT).contains("Get-Mailbox");
        }
    }

    @Test
    void a_reader_of_security_may_see_it_and_nobody_without_a_role() {
        var reader = CLICKED.replace(
                "roles: [User Administrator, Authentication Administrator, Exchange Administrator, Security Reader]}",
                "roles: [Security Reader]}");
        try (var responder = started(reader)) {
            var asked =
                    List.of("StartDate", "2026-02-24", "EndDate", "2026-03-02").toArray();
            var bo = responder.tenant().tokenAs("bo.lund@contoso.example", "exchange");
            assertThat(responder.askAs(bo, REPORT, asked).status()).isNotEqualTo(200);
            var operator = responder.tenant().tokenAs("operator", "exchange");
            assertThat(responder.askAs(operator, REPORT, asked).status()).isEqualTo(200);
            assertThat(responder
                            .askAs(operator, "Get-Mailbox", "Identity", ANNA)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void on_ordinary_days_everybody_clicks_and_safe_links_lets_them() {
        var busy = CLICKED.replace("history:\n", "history:\n  noise: {days: 30, clicksPerPersonPerDay: 4}\n");
        try (var responder = started(busy)) {
            var rows = week(responder);

            assertThat(rows).hasSizeGreaterThan(40);
            assertThat(rows)
                    .filteredOn(row -> !row.get("Url").getAsString().equals(LINK))
                    .allSatisfy(
                            row -> assertThat(row.get("Action").getAsString()).isEqualTo("Allowed"));
            assertThat(rows.stream()
                            .map(row -> row.get("ClickTime").getAsString().substring(0, 10)))
                    .contains("2026-02-23", "2026-02-27")
                    .doesNotContain("2026-02-28", "2026-03-02"); // a Saturday, today
        }
    }

    private static String exported(Responder responder) {
        var tenant = responder.tenant();
        return tenant.send(HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/AdminApi/v1.0/"
                                + tenant.connection().tenantId() + "/EXOModuleFile?Version=3.7"))
                        .header("Authorization", "Bearer " + tenant.tokenAs("app", "exchange"))
                        .GET()
                        .build())
                .text();
    }
}
