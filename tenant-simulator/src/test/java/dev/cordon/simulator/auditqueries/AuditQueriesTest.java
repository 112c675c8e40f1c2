package dev.cordon.simulator.auditqueries;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The two searches of the unified audit log: over Graph, and in sessions of Search-UnifiedAuditLog. */
class AuditQueriesTest {

    private static final String QUERIES = "/security/auditLog/queries";
    private static final String ONE = "{id: e-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker,"
            + " created: -PT4H, object: {displayName: x, actions: {delete: true}}}";

    private static String with(String drawn, String searches) {
        return TestingTenant.SMALL.replace(
                "attacker: {}\n",
                "throttling: {enabled: false}\nhistory: {drawn: {days: 20, " + drawn + "}}\nsearches: {" + searches
                        + "}\nattacker: {}\n");
    }

    private static JsonObject days() {
        return Json.object(
                "displayName", "all",
                "filterStartDateTime", "2026-02-01T00:00:00Z",
                "filterEndDateTime", "2026-03-03T00:00:00Z");
    }

    private static String begin(Responder responder) {
        return responder.done("POST", QUERIES, days()).get("id").getAsString();
    }

    private static String status(Responder responder, String id) {
        return responder.done("GET", QUERIES + "/" + id).get("status").getAsString();
    }

    /** The ids of all records, page after page. */
    private static List<String> records(Responder responder, String id, int top) {
        var ids = new ArrayList<String>();
        var path = QUERIES + "/" + id + "/records?$top=" + top;
        while (true) {
            var page = responder.done("GET", path);
            page.getAsJsonArray("value")
                    .forEach(row -> ids.add(row.getAsJsonObject().get("id").getAsString()));
            if (!page.has("@odata.nextLink")) {
                return ids;
            }
            var next = URI.create(page.get("@odata.nextLink").getAsString());
            path = next.getPath().substring("/v1.0".length()) + "?" + next.getQuery();
        }
    }

    /** The ids a session gives until it gives nothing, or that many pages. */
    private static List<JsonObject> session(Responder responder, String session, int size, int pages) {
        var rows = new ArrayList<JsonObject>();
        for (var page = 0; page < pages; page++) {
            var shown = large(responder, session, size);
            if (shown.isEmpty()) {
                return rows;
            }
            rows.addAll(shown);
        }
        return rows;
    }

    private static List<JsonObject> large(Responder responder, String session, int size) {
        return responder.run(
                "Search-UnifiedAuditLog",
                "StartDate",
                "2026-02-01",
                "EndDate",
                "2026-03-03",
                "SessionId",
                session,
                "SessionCommand",
                "ReturnLargeSet",
                "ResultSize",
                size);
    }

    private static Set<String> ids(List<JsonObject> rows) {
        return rows.stream().map(row -> row.get("Identity").getAsString()).collect(Collectors.toSet());
    }

    @Test
    void a_query_runs_for_a_while_and_its_records_are_those_of_the_cmdlet() {
        try (var responder = Responder.in(TestingTenant.SMALL, ONE)) {
            var id = begin(responder);
            assertThat(status(responder, id)).isIn("notStarted", "running");
            assertThat(responder.graph("GET", QUERIES + "/" + id + "/records").status())
                    .isEqualTo(400);

            responder.tenant().advance("PT11M");

            assertThat(status(responder, id)).isEqualTo("succeeded");
            var row = responder
                    .done("GET", QUERIES + "/" + id + "/records")
                    .getAsJsonArray("value")
                    .get(0)
                    .getAsJsonObject();
            assertThat(row.get("operation").getAsString()).isEqualTo("New-InboxRule");
            assertThat(row.get("auditLogRecordType").getAsString()).isEqualTo("ExchangeAdmin");
            var classic = responder
                    .run("Search-UnifiedAuditLog", "StartDate", "2026-02-01", "EndDate", "2026-03-03")
                    .getFirst();
            assertThat(row.get("id")).isEqualTo(classic.get("Identity"));
            var data = row.getAsJsonObject("auditData");
            data.remove("@odata.type");
            assertThat(data).isEqualTo(Json.parseObject(classic.get("AuditData").getAsString()));
        }
    }

    @Test
    void only_one_unfiltered_search_runs_at_a_time_and_ten_in_all() {
        try (var responder = Responder.in(TestingTenant.SMALL, ONE)) {
            begin(responder);
            assertThat(responder.graph("POST", QUERIES, days()).status()).isEqualTo(429);
            var narrow = days();
            narrow.add("operationFilters", Json.array("New-InboxRule"));
            for (var number = 0; number < 9; number++) {
                assertThat(responder.graph("POST", QUERIES, narrow).status()).isEqualTo(201);
            }
            Reply tooMany = responder.graph("POST", QUERIES, narrow);
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(tooMany.header("retry-after")).isNotEmpty();
        }
    }

    @Test
    void short_and_empty_pages_and_doubled_records_lose_nothing() {
        try (var responder = Responder.in(with("auditRows: 2000", "duplicates: 50, shortPages: 2"), ONE)) {
            var id = begin(responder);
            responder.tenant().advance("PT11M");
            var records = records(responder, id, 200);

            var exist = responder.tenant().control("/truth/rows").json().getAsJsonObject("unifiedAudit");
            assertThat(new HashSet<>(records)).hasSize(exist.get("readable").getAsInt());
            assertThat(records).hasSizeGreaterThan(2030);
            assertThat(exist.get("exist").getAsInt()).isEqualTo(2001);
        }
    }

    @Test
    void a_query_may_fail() {
        try (var responder = Responder.in(with("auditRows: 10", "breaks: 2"), ONE)) {
            begin(responder);
            responder.tenant().advance("PT11M");
            var second = begin(responder);
            responder.tenant().advance("PT11M");

            assertThat(status(responder, second)).isEqualTo("failed");
        }
    }

    @Test
    void a_session_gives_everything_once_though_in_no_order() {
        try (var responder = Responder.in(with("auditRows: 1200", ""), ONE)) {
            var rows = session(responder, "a", 100, 20);

            assertThat(rows).hasSize(1201);
            assertThat(ids(rows)).hasSize(1201);
            assertThat(rows)
                    .extracting(row -> row.get("CreationDate").getAsString())
                    .isNotEqualTo(rows.stream()
                            .map(row -> row.get("CreationDate").getAsString())
                            .sorted()
                            .toList()
                            .reversed());
            assertThat(rows.getLast().get("ResultIndex").getAsInt()).isEqualTo(1201);
        }
    }

    @Test
    void a_session_repeats_and_falls_short_and_is_whole_in_the_end() {
        try (var responder = Responder.in(with("auditRows: 1200", "repeats: 2, shortPages: 3, duplicates: 100"), ONE)) {
            var rows = session(responder, "a", 100, 60);

            assertThat(ids(rows)).hasSize(1201);
            assertThat(rows).hasSizeGreaterThan(1212);
        }
    }

    @Test
    void a_session_that_breaks_off_says_so_by_its_indexes_alone_and_a_new_one_goes_on() {
        try (var responder = Responder.in(with("auditRows: 1200", "breaks: 2"), ONE)) {
            assertThat(large(responder, "a", 100)).hasSize(100);
            assertThat(large(responder, "a", 100)).allSatisfy(row -> {
                assertThat(row.get("ResultIndex").getAsInt()).isEqualTo(-1);
                assertThat(row.get("ResultCount").getAsInt()).isZero();
            });
            assertThat(large(responder, "a", 100)).isEmpty();
            assertThat(large(responder, "b", 100)).hasSize(100);
        }
    }

    @Test
    void a_large_set_ends_at_fifty_thousand_and_then_repeats_its_end() {
        try (var responder = Responder.in(with("auditRows: 50200", ""), ONE)) {
            var rows = session(responder, "a", 5000, 11);

            assertThat(rows).hasSize(11 * 100); // pages of a hundred, the rest of each behind its link
            assertThat(rows.getFirst().get("ResultCount").getAsInt()).isEqualTo(50_201);
            assertThat(rows.getLast().get("ResultIndex").getAsInt()).isEqualTo(45_100);
            assertThat(rows.get(1000).get("ResultIndex").getAsInt()).isEqualTo(45_001);
        }
    }

    @Test
    void the_link_of_a_page_leads_to_its_rest_and_not_to_the_next_page() {
        try (var responder = Responder.in(with("auditRows: 400", ""), ONE)) {
            var first = responder.ask(
                    "Search-UnifiedAuditLog",
                    "StartDate",
                    "2026-02-01",
                    "EndDate",
                    "2026-03-03",
                    "SessionId",
                    "a",
                    "SessionCommand",
                    "ReturnLargeSet",
                    "ResultSize",
                    150);

            assertThat(first.value()).hasSize(100);
            assertThat(first.json().get("@odata.nextLink").getAsString()).contains("$skiptoken=");
            assertThat(large(responder, "a", 150).getFirst().get("ResultIndex").getAsInt())
                    .isEqualTo(151);
        }
    }
}
