package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.review.Review;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PageReadingTest {
    private static final Instant UNTIL = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant FROM = UNTIL.minus(Duration.ofDays(10));

    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.EPOCH);
    private final List<Duration> estimates = new ArrayList<>();
    private final ReviewListener listener = new ReviewListener() {
        @Override
        public void reads(String source) {}

        @Override
        public void comes(long rows, Optional<Duration> left) {
            left.ifPresent(estimates::add);
        }

        @Override
        public void ended(Looked looked) {}

        @Override
        public void judges(int rows) {}
    };

    /** A log that comes newest first, two rows a page, a page for each day. */
    private record Days(int pages, int brokenAt, AtomicReference<Instant> wall) implements LogSource<Integer> {
        @Override
        public CollectionEnd collect(Integer from, Consumer<? super LogPage<Integer>> sink) {
            for (int page = from; page < pages; page++) {
                if (page == brokenAt && from < brokenAt) {
                    return new CollectionEnd.CutOff("The connection broke.");
                }
                wall.updateAndGet(now -> now.plusSeconds(2));
                sink.accept(page(page));
            }
            return new CollectionEnd.Complete();
        }

        private static LogPage<Integer> page(int page) {
            List<LogRow> rows = List.of(row(page, 0), row(page, 20));
            String json =
                    "{\"value\":[" + rows.get(0).json() + "," + rows.get(1).json() + "]}";
            return new LogPage<>(
                    rows,
                    List.of(new Answer(
                            "GET /auditLogs/signIns",
                            200,
                            Optional.empty(),
                            UNTIL,
                            "application/json",
                            Bytes.copyOf(json.getBytes(StandardCharsets.UTF_8)),
                            false)),
                    page + 1);
        }

        private static LogRow row(int page, int hours) {
            Instant at = UNTIL.minus(Duration.ofDays(page)).minus(Duration.ofHours(hours));
            String id = "row-" + page + "-" + hours;
            return new LogRow(
                    id, Optional.of(at), "anna@contoso.example", "Office 365", "203.0.113.9", """
                    {"id":"%s","createdDateTime":"%s","userPrincipalName":"anna@contoso.example","appDisplayName":"Office 365",\
                    "ipAddress":"203.0.113.9","status":{"errorCode":0}}""".formatted(id, at));
        }
    }

    private RowCounts counts(Instant from) {
        return new RowCounts(LogRecord.Log.SIGN_INS, new Review(), from);
    }

    private PageReading<Integer> reading(Days days, RowCounts rows) {
        return new PageReading<>(wall::get, listener, days, 0, FROM, rows, _ -> {});
    }

    @Test
    void it_says_how_long_it_will_take_by_how_much_of_the_time_has_come() {
        RowCounts rows = counts(FROM);

        CollectionEnd end = reading(new Days(10, -1, wall), rows).read(Integer.MAX_VALUE);

        assertThat(end).isEqualTo(new CollectionEnd.Complete());
        assertThat(rows.rows()).isEqualTo(20);
        assertThat(rows.unreadable()).isEmpty();
        assertThat(estimates).hasSize(10).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(estimates.getFirst()).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(26));
        assertThat(estimates.getLast()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void what_breaks_off_is_taken_up_where_it_was_and_no_row_counts_twice() {
        RowCounts rows = counts(FROM);

        PageReading<Integer> reading = reading(new Days(10, 4, wall), rows);
        CollectionEnd end = reading.read(Integer.MAX_VALUE);

        assertThat(reading.stoppedAt()).isEmpty();
        assertThat(end).isEqualTo(new CollectionEnd.Complete());
        assertThat(rows.rows()).isEqualTo(20);
    }

    @Test
    void what_is_left_out_is_said_with_how_far_back_it_was_read() {
        RowCounts rows = counts(FROM);

        PageReading<Integer> reading = reading(new Days(10, -1, wall), rows);
        CollectionEnd end = reading.read(3);

        assertThat(rows.rows()).isEqualTo(6);
        assertThat(reading.stoppedAt()).contains(Instant.parse("2026-02-27T12:00:00Z"));
        assertThat(end)
                .isInstanceOfSatisfying(
                        CollectionEnd.CutOff.class,
                        cut -> assertThat(cut.reason()).contains("newest 3 pages", "back to 2026-02-27T12:00:00Z"));
    }
}
