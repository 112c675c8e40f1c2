package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.MessageTrace.Cursor;
import dev.cordon.tenant.MessageTrace.Mails;
import dev.cordon.tenant.MessageTrace.Position;
import dev.cordon.tenant.MessageTrace.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTraceTest extends ConnectedTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String MORE = "There are more results, use the following command to get more.";

    private final List<LogPage<Position>> pages = new ArrayList<>();

    @Test
    void a_trace_is_read_in_windows_of_ten_days_from_the_newest_back() {
        answers(page("", row("1", NOW)), page(""), page(""));

        assertThat(collect(new Mails.SentBy("anna.berg@contoso.example"), Duration.ofDays(25)))
                .isEqualTo(new CollectionEnd.Complete());
        assertThat(traces()).hasSize(3);
        assertThat(traces().getFirst().body())
                .contains("\"StartDate\":\"2026-02-20T08:00:00.0000000Z\"")
                .contains("\"EndDate\":\"2026-03-02T08:00:00.0000000Z\"")
                .contains("\"SenderAddress\":\"anna.berg@contoso.example\"");
        assertThat(traces().getLast().body()).contains("\"StartDate\":\"2026-02-05T08:00:00.0000000Z\"");
    }

    @Test
    void what_was_cut_off_goes_on_at_the_last_row_with_every_digit_of_its_time() {
        Instant last = Instant.parse("2026-03-01T10:00:00.1234567Z");
        answers(page(MORE, row("1", last)), page("", row("1", last), row("2", last)));

        assertThat(collect(new Mails.All(), Duration.ofDays(5))).isEqualTo(new CollectionEnd.Complete());
        assertThat(traces().getLast().body())
                .contains("\"EndDate\":\"2026-03-01T10:00:00.1234567Z\"")
                .contains("\"StartingRecipientAddress\":\"bo.lund@contoso.example\"");
        assertThat(pages.getFirst().next().cursor()).contains(new Cursor(last, "bo.lund@contoso.example"));
    }

    @Test
    void where_all_rows_have_one_recipient_the_last_second_is_read_again() {
        answers(page(MORE, row("1", Instant.parse("2026-03-01T10:00:00Z"))), page(""));

        assertThat(collect(new Mails.ReceivedBy("bo.lund@contoso.example"), Duration.ofDays(5)))
                .isEqualTo(new CollectionEnd.Complete());
        assertThat(traces().getLast().body())
                .contains("\"EndDate\":\"2026-03-01T10:00:01.0000000Z\"")
                .doesNotContain("StartingRecipientAddress");
    }

    @Test
    void a_trace_that_says_more_and_gives_the_same_is_cut_off_and_does_not_run_for_ever() {
        microsoft.answer(request -> page(MORE, row("1", NOW.minusSeconds(9))));

        assertThat(collect(new Mails.All(), Duration.ofDays(5))).isInstanceOf(CollectionEnd.CutOff.class);
        assertThat(traces()).hasSizeLessThan(4);
    }

    @Test
    void what_is_not_kept_any_more_is_said_to_be_missing() {
        microsoft.answer(request -> page(""));

        assertThat(collect(new Mails.All(), Duration.ofDays(200)))
                .isInstanceOfSatisfying(
                        CollectionEnd.CutOff.class,
                        end -> assertThat(end.reason()).contains("is not kept"));
        assertThat(traces()).hasSize(9);
    }

    @Test
    void a_trace_goes_on_at_its_cursor() {
        Question question = new Question(new Mails.All(), NOW.minus(Duration.ofDays(5)), NOW);
        Cursor cursor = new Cursor(NOW.minusSeconds(60), "bo.lund@contoso.example");
        microsoft.clock(() -> NOW);
        answers(page(""));

        tenant.messageTrace().collect(new Position(question, NOW, Optional.of(cursor)), pages::add);

        assertThat(traces().getFirst().body()).contains("\"EndDate\":\"2026-03-02T07:59:00.0000000Z\"");
        assertThatThrownBy(() -> new Position(question, NOW.plusSeconds(1), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private CollectionEnd collect(Mails mails, Duration back) {
        microsoft.clock(() -> NOW);
        return tenant.messageTrace().collect(Position.start(new Question(mails, NOW.minus(back), NOW)), pages::add);
    }

    private List<Asked> traces() {
        return microsoft.asked().stream()
                .filter(asked -> asked.path().endsWith("InvokeCommand"))
                .toList();
    }

    private void answers(Reply... replies) {
        Iterator<Reply> next = List.of(replies).iterator();
        microsoft.answer(request -> request.path().endsWith("InvokeCommand") ? next.next() : Reply.status(404));
    }

    private static Reply page(String warning, String... rows) {
        String warnings = warning.isEmpty() ? "" : "\"" + warning + "\"";
        return Reply.json("{\"@adminapi.warnings\":[" + warnings + "],\"value\":[" + String.join(",", rows) + "]}");
    }

    private static String row(String id, Instant received) {
        return "{\"MessageTraceId\":\"" + id + "\",\"Received\":\"" + received
                + "\",\"SenderAddress\":\"anna.berg@contoso.example\",\"RecipientAddress\":\"bo.lund@contoso.example\","
                + "\"Status\":\"Delivered\",\"FromIP\":\"203.0.113.9\"}";
    }
}
