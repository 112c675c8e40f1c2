package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.AuditLogSearch.Position;
import dev.cordon.tenant.AuditLogSearch.Window;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditLogSearchTest extends ConnectedTest {
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-03T00:00:00Z");
    private static final Position START = Position.start(AuditQuestion.everything(FROM, UNTIL));

    private final List<LogPage<Position>> pages = new ArrayList<>();

    @Test
    void a_short_page_is_not_the_end_and_a_row_that_comes_twice_counts_as_announced() {
        answers(page(3, row("1", 1)), page(3, row("2", 2), row("1", 3)), page(0));

        assertThat(collect()).isEqualTo(new CollectionEnd.Complete());
        assertThat(ids()).containsExactly("1", "2", "1");
        assertThat(pages.getLast().next().left()).isEmpty();
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void a_session_whose_rows_lose_their_numbers_is_followed_by_another() {
        answers(page(2, row("1", 1)), page(0, row("2", -1)), page(2, row("1", 1), row("2", 2)), page(0));

        assertThat(collect()).isEqualTo(new CollectionEnd.Complete());
        assertThat(ids()).contains("1", "2");
        assertThat(sessions()).hasSize(2);
    }

    @Test
    void what_a_lost_answer_held_is_asked_for_in_another_session() {
        answers(page(2, row("1", 1)), Reply.status(503), page(2, row("1", 1), row("2", 2)), page(0));

        assertThat(collect()).isEqualTo(new CollectionEnd.Complete());
        assertThat(ids()).contains("1", "2");
        assertThat(sessions()).hasSize(2);
        assertThat(pauses).isNotEmpty();
    }

    @Test
    void fewer_rows_than_announced_in_every_session_are_an_end_that_is_cut_off() {
        microsoft.answer(request -> searches().size() % 2 == 1 ? page(9, row("1", 1)) : page(0));

        assertThat(collect())
                .isInstanceOfSatisfying(
                        CollectionEnd.CutOff.class,
                        end -> assertThat(end.reason()).contains("announced 9 rows and gave 1"));
    }

    @Test
    void nothing_is_believed_only_when_it_was_said_twice() {
        answers(page(0), page(1, row("1", 1)), page(0));

        assertThat(collect()).isEqualTo(new CollectionEnd.Complete());
        assertThat(ids()).containsExactly("1");
    }

    @Test
    void more_than_a_session_gives_is_asked_for_in_halves_that_share_their_parting() {
        Reply full = page(
                60_000,
                IntStream.rangeClosed(1, 5000).mapToObj(i -> row("a" + i, i)).toArray(JsonObject[]::new));
        answers(full, page(1, row("b", 1)), page(0), page(1, row("c", 1)), page(0));

        assertThat(collect()).isEqualTo(new CollectionEnd.Complete());
        assertThat(ids()).hasSize(5002).contains("b", "c");
        assertThat(searches().get(1).body()).contains("2026-02-01T00:00:00").contains("2026-02-02T00:00:01");
        assertThat(searches().get(3).body()).contains("2026-02-02T00:00:00").contains("2026-02-03T00:00:01");
    }

    @Test
    void a_collection_goes_on_behind_the_windows_that_were_read() {
        Position half = START.divided().behind();
        answers(page(1, row("c", 1)), page(0));

        assertThat(tenant.auditLogSearch().collect(half, pages::add)).isEqualTo(new CollectionEnd.Complete());
        assertThat(searches().getFirst().body()).contains("2026-02-02T00:00:00");
    }

    @Test
    void a_row_that_cannot_be_read_is_handed_over_as_it_is() {
        JsonObject broken = row("1", 1);
        broken.addProperty("AuditData", "{");
        answers(page(1, broken), page(0));

        assertThat(collect()).isEqualTo(new CollectionEnd.Complete());
        assertThat(pages.getFirst().rows())
                .extracting(LogRow::id, LogRow::json)
                .first()
                .satisfies(row -> assertThat(row.toList().getLast().toString()).contains("AuditData"));
    }

    @Test
    void a_missing_role_is_not_permitted_and_nothing_else() {
        microsoft.answer(request -> Reply.json("\0\0\0").with(403));

        assertThat(collect()).isInstanceOf(CollectionEnd.NotPermitted.class);
        assertThat(pages).isEmpty();
    }

    @Test
    void a_place_outside_the_question_is_refused() {
        Window outside = new Window(FROM.minusSeconds(1), UNTIL);

        assertThatThrownBy(() -> new Position(START.question(), List.of(outside), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(UNTIL, UNTIL)).isInstanceOf(IllegalArgumentException.class);
    }

    private CollectionEnd collect() {
        return tenant.auditLogSearch().collect(START, pages::add);
    }

    private List<String> ids() {
        return pages.stream()
                .flatMap(page -> page.rows().stream())
                .map(LogRow::id)
                .toList();
    }

    private List<Asked> searches() {
        return microsoft.asked().stream()
                .filter(asked -> asked.path().endsWith("InvokeCommand"))
                .toList();
    }

    private List<String> sessions() {
        return searches().stream()
                .map(search -> JsonParser.parseString(search.body())
                        .getAsJsonObject()
                        .getAsJsonObject("CmdletInput")
                        .getAsJsonObject("Parameters")
                        .get("SessionId")
                        .getAsString())
                .distinct()
                .toList();
    }

    private void answers(Reply... replies) {
        Iterator<Reply> next = List.of(replies).iterator();
        microsoft.answer(request -> next.next());
    }

    private static Reply page(int announced, JsonObject... rows) {
        JsonArray value = new JsonArray();
        for (JsonObject row : rows) {
            row.addProperty("ResultCount", announced);
            value.add(row);
        }
        JsonObject page = new JsonObject();
        page.add("value", value);
        return Reply.json(page.toString());
    }

    private static JsonObject row(String id, int place) {
        JsonObject data = new JsonObject();
        data.addProperty("Id", id);
        data.addProperty("CreationTime", "2026-02-01T10:00:00");
        data.addProperty("Operation", "MailItemsAccessed");
        data.addProperty("UserId", "anna.berg@contoso.example");
        data.addProperty("ClientIPAddress", "203.0.113.9");
        JsonObject row = new JsonObject();
        row.addProperty("Identity", id);
        row.addProperty("ResultIndex", place);
        row.addProperty("AuditData", data.toString());
        return row;
    }
}
