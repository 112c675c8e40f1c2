package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.TracedMails.TraceQuestion;
import dev.cordon.tenant.TracedMails.TraceStatus;
import dev.cordon.tenant.TracedMails.TracedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody promises who traces mails by question. */
public abstract class TracedMailsContract {
    private static final Instant FROM = Made.NOW.minus(Duration.ofDays(35));

    private final InMemoryTracedMails world = new InMemoryTracedMails();

    protected abstract TracedMails on(InMemoryTracedMails world);

    private static TracedMail mail(int number, Duration ago, String subject) {
        return new TracedMail(
                "trace-" + number,
                Made.NOW.minus(ago),
                "<" + number + "@evil.example>",
                "mallory@evil.example",
                "person" + number + "@contoso.example",
                subject,
                TraceStatus.FILTERED_AS_SPAM,
                "FilteredAsSpam",
                "203.0.113.9",
                4711);
    }

    @Test
    void mails_are_found_over_more_than_ten_days_newest_first_and_each_once() {
        world.put(mail(1, Duration.ofDays(34), "Invoice"))
                .put(mail(2, Duration.ofDays(12), "Invoice"))
                .put(mail(3, Duration.ofDays(10), "Invoice"))
                .put(mail(4, Duration.ofHours(1), "Invoice"));

        Reading<List<TracedMail>> found =
                on(world).fetchMails(TraceQuestion.sentBy("mallory@evil.example", FROM, Made.NOW));

        assertThat(found.isComplete()).isTrue();
        assertThat(found.value())
                .containsExactly(
                        mail(4, Duration.ofHours(1), "Invoice"),
                        mail(3, Duration.ofDays(10), "Invoice"),
                        mail(2, Duration.ofDays(12), "Invoice"),
                        mail(1, Duration.ofDays(34), "Invoice"));
    }

    @Test
    void more_mails_than_a_page_holds_in_one_second_are_all_found() {
        for (int number = 0; number < 5_003; number++) {
            world.put(mail(number, Duration.ofHours(1), "Invoice"));
        }

        Reading<List<TracedMail>> found =
                on(world).fetchMails(TraceQuestion.sentBy("mallory@evil.example", FROM, Made.NOW));

        assertThat(found.value()).hasSize(5_003).doesNotHaveDuplicates();
        assertThat(found.isComplete()).isTrue();
    }

    @Test
    void a_question_may_be_of_a_recipient_a_subject_or_a_message() {
        world.put(mail(1, Duration.ofDays(1), "Your INVOICE is overdue")).put(mail(2, Duration.ofDays(2), "Lunch"));
        TracedMails traced = on(world);

        assertThat(traced.fetchMails(TraceQuestion.receivedBy("person2@contoso.example", FROM, Made.NOW))
                        .value())
                .extracting(TracedMail::traceId)
                .containsExactly("trace-2");
        assertThat(traced.fetchMails(TraceQuestion.ofMessage("<1@evil.example>", FROM, Made.NOW))
                        .value())
                .extracting(TracedMail::traceId)
                .containsExactly("trace-1");
        assertThat(traced.fetchMails(new TraceQuestion(
                                Optional.of("mallory@evil.example"),
                                Optional.empty(),
                                Optional.of("invoice"),
                                Optional.empty(),
                                FROM,
                                Made.NOW))
                        .value())
                .extracting(TracedMail::traceId)
                .containsExactly("trace-1");
    }
}
