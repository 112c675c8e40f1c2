package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.AuditLogQueries.Position;
import dev.cordon.tenant.AuditLogQueries.Progress;
import dev.cordon.tenant.AuditLogQueries.Query;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.PageProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogQueriesTest extends ConnectedTest {
    private static final String QUERIES = "/v1.0/security/auditLog/queries";
    private static final Position START = Position.start(
            AuditQuestion.everything(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-03T00:00:00Z")));
    private static final Position ASKED = new Position(START.question(), new Progress.Asked(new Query("q1", false), 0));

    private final List<LogPage<Position>> pages = new ArrayList<>();
    private String status = "succeeded";

    @BeforeEach
    void mayReadEverything() {
        microsoft.graphClaims("\"roles\":[\"AuditLogsQuery.Read.All\"]");
    }

    @Test
    void a_query_that_is_running_is_asked_again_by_its_id_and_not_made_again() {
        serve(UnaryOperator.identity());
        status = "running";

        assertThat(collect(START)).isInstanceOf(CollectionEnd.StillRunning.class);
        assertThat(pages.getLast().next()).isEqualTo(ASKED);

        status = "succeeded";
        assertThat(collect(ASKED)).isEqualTo(new CollectionEnd.Complete());
        assertThat(made()).isEqualTo(1);
        assertThat(rows()).extracting(LogRow::id).containsExactly("1", "2");
        assertThat(rows()).extracting(LogRow::address).containsOnly("203.0.113.9");
    }

    @Test
    void a_collection_goes_on_at_the_link_it_was_given() {
        serve(UnaryOperator.identity());
        assertThat(collect(ASKED)).isEqualTo(new CollectionEnd.Complete());
        Position behindFirst = pages.get(1).next();
        pages.clear();

        assertThat(collect(behindFirst)).isEqualTo(new CollectionEnd.Complete());
        assertThat(rows()).extracting(LogRow::id).containsExactly("2");
        assertThat(collect(pages.getLast().next())).isEqualTo(new CollectionEnd.Complete());
    }

    @Test
    void a_failed_query_is_made_again_and_not_for_ever() {
        serve(UnaryOperator.identity());
        status = "failed";

        assertThat(collect(START)).isInstanceOf(CollectionEnd.CutOff.class);
        assertThat(made()).isEqualTo(3);
    }

    @Test
    void a_query_that_was_cancelled_or_is_in_an_unknown_state_is_cut_off_and_another_one_made_the_next_time() {
        serve(UnaryOperator.identity());
        for (String word : List.of("cancelled", "unknownFutureValue")) {
            status = word;

            assertThat(collect(ASKED)).as(word).isInstanceOf(CollectionEnd.CutOff.class);
            assertThat(pages.getLast().next()).as(word).isEqualTo(START);
        }
    }

    @Test
    void a_query_that_succeeded_and_is_gone_is_not_asked_for_ever() {
        microsoft.answer(request -> Reply.error(404, "NotFound", "no such query"));

        CollectionEnd end = collect(new Position(
                START.question(), new Progress.Succeeded(new Query("q1", false), PageProgress.beginning())));

        assertThat(end).isInstanceOf(CollectionEnd.CutOff.class);
        assertThat(pages.getLast().next()).isEqualTo(START);
    }

    @Test
    void a_tenant_that_knows_queries_in_beta_only_is_asked_there() {
        serve(path -> path.replace("/v1.0/", "/beta/"));
        status = "running";

        assertThat(collect(START)).isInstanceOf(CollectionEnd.StillRunning.class);
        assertThat(pages.getLast().next().progress()).isEqualTo(new Progress.Asked(new Query("q1", true), 0));
    }

    @Test
    void an_eleventh_query_waits_for_its_turn() {
        microsoft.answer(request -> Reply.error(429, "TooManyRequests", "Too many concurrent queries"));

        assertThat(collect(START)).isInstanceOf(CollectionEnd.StillRunning.class);
        assertThat(pages).isEmpty();
    }

    @Test
    void a_query_whose_answer_was_lost_is_not_made_a_second_time_by_itself() {
        microsoft.answer(request -> Reply.status(500));

        assertThat(collect(START)).isInstanceOf(CollectionEnd.CutOff.class);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void rows_of_workloads_without_permission_are_missing_and_said_to_be() {
        microsoft.graphClaims("\"roles\":[\"AuditLogsQuery-Exchange.Read.All\"]");
        serve(UnaryOperator.identity());

        assertThat(collect(ASKED))
                .isInstanceOfSatisfying(
                        CollectionEnd.CutOff.class,
                        end -> assertThat(end.reason())
                                .contains("AuditLogsQuery-SharePoint.Read.All")
                                .doesNotContain("AuditLogsQuery-Exchange"));
    }

    @Test
    void without_permission_it_is_not_permitted() {
        microsoft.graphClaims("\"roles\":[\"User.Read.All\"]");
        microsoft.answer(request -> Reply.error(403, "Forbidden", "no"));

        assertThat(collect(START)).isInstanceOf(CollectionEnd.NotPermitted.class);
    }

    @Test
    void a_query_of_the_whole_tenant_can_be_restricted_to_operations() {
        serve(UnaryOperator.identity());
        AuditQuestion everything = START.question();

        collect(Position.start(new AuditQuestion(
                everything.from(), everything.until(), List.of(), List.of("New-InboxRule", "Set-Mailbox"), List.of())));

        assertThat(microsoft.asked().getFirst().body())
                .contains("\"operationFilters\":[\"New-InboxRule\",\"Set-Mailbox\"]")
                .doesNotContain("userPrincipalNameFilters", "ipAddressFilters");
    }

    private CollectionEnd collect(Position from) {
        return tenant.auditLogQueries().collect(from, pages::add);
    }

    private List<LogRow> rows() {
        return pages.stream().flatMap(page -> page.rows().stream()).toList();
    }

    private long made() {
        return microsoft.asked().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    private void serve(UnaryOperator<String> version) {
        String queries = version.apply(QUERIES);
        microsoft.answer(request -> {
            String path = request.readable();
            if (path.equals(queries) && request.method().equals("POST")) {
                return Reply.json("{\"id\":\"q1\",\"status\":\"notStarted\"}").with(201);
            }
            if (path.equals(queries + "/q1")) {
                return Reply.json("{\"id\":\"q1\",\"status\":\"" + status + "\"}");
            }
            if (path.startsWith(queries + "/q1/records")) {
                return path.contains("skip")
                        ? page("2", "")
                        : page("1", microsoft.address() + queries + "/q1/records?skip=1");
            }
            return Reply.error(404, "UnknownError", "");
        });
    }

    private static Reply page(String id, String link) {
        return Reply.json("{\"value\":[{\"id\":\"" + id
                + "\",\"createdDateTime\":\"2026-02-01T10:00:00Z\",\"operation\":\"Send\",\"clientIp\":null,"
                + "\"userPrincipalName\":\"anna.berg@contoso.example\",\"auditData\":{\"ClientIP\":\"203.0.113.9:443\"}}]"
                + (link.isEmpty() ? "" : ",\"@odata.nextLink\":\"" + link + "\"") + "}");
    }
}
