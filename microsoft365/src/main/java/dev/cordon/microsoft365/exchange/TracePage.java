package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.MessageTrace.Cursor;
import dev.cordon.tenant.MessageTrace.Position;
import dev.cordon.tenant.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of the message trace. It has no link to the next: a full page, or a warning, says that there is more, which is asked for behind the
 * last row's time and recipient.
 *
 * @param rows what it says
 * @param answers what it was read from
 * @param next where the trace goes on
 * @param isStuck whether there is more and no row says where
 */
record TracePage(List<LogRow> rows, List<Answer> answers, Position next, boolean isStuck) {
    private static final int PAGE = 5000;

    /** Reads the page at {@code position}, of a window that does not go back behind {@code beginning}. */
    static TracePage read(ExchangeClient exchange, TraceFilter filter, Position position, Instant beginning) {
        Instant longest = position.until().minus(MessageTrace.LONGEST);
        Instant start = longest.isBefore(beginning) ? beginning : longest;
        Reading<List<Traced>> page = exchange.read("Trace mails", "", search(filter, position, start), Traced::of);
        List<LogRow> rows = page.value().stream().map(Traced::row).toList();
        if (page.value().size() < PAGE && page.isComplete()) {
            Instant end = start.equals(beginning) ? position.question().from() : start;
            return new TracePage(rows, page.answers(), new Position(position.question(), end, Optional.empty()), false);
        }
        Optional<Cursor> last = page.value().reversed().stream()
                .flatMap(each -> each.cursor().stream())
                .findFirst()
                .filter(cursor -> !cursor.received().isAfter(position.until()));
        boolean stuck = last.isEmpty() || last.equals(position.cursor());
        return new TracePage(
                rows,
                page.answers(),
                stuck ? position : new Position(position.question(), position.until(), last),
                stuck);
    }

    private static Cmdlet search(TraceFilter filter, Position position, Instant start) {
        Instant until = position.cursor().map(Cursor::received).orElse(position.until());
        return filter.isOneRecipient()
                ? filter.onto().put(trace(start, earlier(position.until(), until.plusSeconds(1))))
                : behind(position, filter.onto().put(trace(start, until)));
    }

    private static Cmdlet trace(Instant start, Instant until) {
        return Cmdlet.named("Get-MessageTraceV2")
                .with("StartDate", Dates.inText(start))
                .with("EndDate", Dates.inText(until))
                .with("ResultSize", PAGE);
    }

    /** Not where all rows have one recipient, who parts no rows of one moment: there, a second is read again instead. */
    private static Cmdlet behind(Position position, Cmdlet trace) {
        return position.cursor()
                .map(cursor -> trace.with("StartingRecipientAddress", cursor.recipient()))
                .orElse(trace);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A row with the place it gives to a search. */
    private record Traced(LogRow row, Optional<Cursor> cursor) {
        static Traced of(JsonItem row) {
            String recipient = Rows.textOrEmpty(row, "RecipientAddress");
            Optional<Instant> received = Rows.instant(row, "Received");
            String text = row.object().toString();
            LogRow read = new LogRow(
                    Rows.find(row, "MessageTraceId")
                            .map(id -> id + " " + recipient)
                            .orElse(text),
                    received,
                    Rows.textOrEmpty(row, "SenderAddress"),
                    Rows.textOrEmpty(row, "Status"),
                    Rows.textOrEmpty(row, "FromIP"),
                    text);
            return new Traced(read, received.map(at -> new Cursor(at, recipient)));
        }
    }
}
