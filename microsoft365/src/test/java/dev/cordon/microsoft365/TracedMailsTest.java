package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Made;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TracedMails.TraceQuestion;
import dev.cordon.tenant.TracedMails.TraceStatus;
import dev.cordon.tenant.TracedMails.TracedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedMailsTest extends ConnectedTest {
    @BeforeEach
    void atThatTime() {
        microsoft.clock(() -> Made.NOW);
    }

    @Test
    void every_restriction_goes_into_the_cmdlet() {
        answer(request -> Invoked.nothing());

        tenant.tracedMails()
                .fetchMails(new TraceQuestion(
                        Optional.of("mallory@evil.example"),
                        Optional.of("anna.berg@contoso.example"),
                        Optional.of("in\"voice"),
                        Optional.of("<1@evil.example>"),
                        Made.NOW.minus(Duration.ofDays(1)),
                        Made.NOW));

        JsonObject parameters = Invoked.of(traces().getFirst()).parameters();
        assertThat(parameters.toString())
                .contains(
                        "\"SenderAddress\":\"mallory@evil.example\"",
                        "\"RecipientAddress\":\"anna.berg@contoso.example\"",
                        "\"Subject\":\"in\\\"voice\",\"SubjectFilterType\":\"Contains\"",
                        "\"MessageId\":\"<1@evil.example>\"");
    }

    @Test
    void a_window_that_cannot_be_read_leaves_the_trace_incomplete_and_the_first_refusal_is_one() {
        AtomicInteger asked = new AtomicInteger();
        answer(request -> asked.incrementAndGet() == 1
                ? Invoked.rows(List.of(row("2026-03-01T10:00:00.1234567")))
                : new Reply(403, Map.of(), "\u0000", Fault.NONE));
        Reading<List<TracedMail>> read = sentBy(Duration.ofDays(20));
        assertThat(read.value())
                .extracting(TracedMail::status, TracedMail::receivedAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        TraceStatus.DELIVERED, Instant.parse("2026-03-01T10:00:00.1234567Z")));
        assertThat(((Incomplete) read.completeness()).reason()).contains("page 2 could not be read");

        answer(request -> new Reply(403, Map.of(), "\u0000", Fault.NONE));
        assertThat(refusal(() -> sentBy(Duration.ofDays(20))).reason()).isEqualTo(Reason.MISSING_ROLE);
    }

    @Test
    void what_is_not_kept_and_what_makes_no_sense_is_said_to_be_missing() {
        answer(request -> Invoked.nothing());
        assertThat(((Incomplete) sentBy(Duration.ofDays(200)).completeness()).reason())
                .contains("is not kept");

        answer(request -> Invoked.rows(List.of(row("yesterday"))));
        assertThat(((Incomplete) sentBy(Duration.ofDays(2)).completeness()).reason())
                .contains("were left out");
        assertThat(refusal(() -> tenant.tracedMails()
                                .fetchMails(TraceQuestion.sentBy(
                                        "mallory@evil.example",
                                        Made.NOW.minus(Duration.ofDays(120)),
                                        Made.NOW.minus(Duration.ofDays(100)))))
                        .reason())
                .isEqualTo(Reason.NOT_AVAILABLE);
    }

    private Reading<List<TracedMail>> sentBy(Duration back) {
        return tenant.tracedMails()
                .fetchMails(TraceQuestion.sentBy("mallory@evil.example", Made.NOW.minus(back), Made.NOW));
    }

    private void answer(Function<Asked, Reply> traces) {
        microsoft.answer(
                request -> request.path().endsWith("InvokeCommand") ? traces.apply(request) : Reply.status(404));
    }

    private List<Asked> traces() {
        return microsoft.asked().stream()
                .filter(request -> request.path().endsWith("InvokeCommand"))
                .toList();
    }

    private static JsonObject row(String received) {
        JsonObject row = new JsonObject();
        row.addProperty("MessageTraceId", "t-1");
        row.addProperty("Received", received);
        row.addProperty("Status", "Delivered");
        row.addProperty("Size", "1,234");
        return row;
    }
}
