package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.MessageTrace.Mails;
import dev.cordon.tenant.MessageTrace.Position;
import dev.cordon.tenant.MessageTrace.Question;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.TracedMails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The message trace by question, with the windows and pages of the trace that is collected.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-messagetracev2">Get-MessageTraceV2</a>
 */
public record ExchangeTracedMails(ExchangeClient exchange, TenantClock clock) implements TracedMails {
    private static final String ATTEMPTED = "Trace mails";
    private static final Comparator<TracedMail> NEWEST_FIRST = Comparator.comparing(TracedMail::receivedAt)
            .reversed()
            .thenComparing(TracedMail::traceId)
            .thenComparing(TracedMail::recipient);

    @Override
    public Reading<List<TracedMail>> fetchMails(TraceQuestion question) {
        Collected collected = new Collected();
        TraceWindows windows = new TraceWindows(exchange, clock, TraceFilter.of(question));
        Position start = Position.start(new Question(new Mails.All(), question.from(), question.until()));
        Completeness end;
        try {
            Optional<CollectionEnd.CutOff> cut = windows.read(start, collected::keep);
            end = cut.<Completeness>map(each -> new Incomplete(each.reason())).orElse(Completeness.complete());
        } catch (TenantException e) {
            if (collected.answers.isEmpty()) {
                throw e;
            }
            end = new Incomplete(ATTEMPTED + ": page " + (collected.answers.size() + 1) + " could not be read ("
                    + e.failure().reason().inWords() + ").");
        }
        if (collected.answers.isEmpty()) {
            throw new TenantException(notKept());
        }
        return collected.reading(end);
    }

    private static dev.cordon.tenant.Failure notKept() {
        return new dev.cordon.tenant.Failure(
                dev.cordon.tenant.Failure.Reason.NOT_AVAILABLE,
                ATTEMPTED,
                0,
                "",
                "",
                "",
                "All of the time asked for lies before what the message trace keeps.",
                "Ask for a later time.");
    }

    /** What came so far. One reading, one thread. */
    private static final class Collected {
        private final Map<String, TracedMail> mails = new LinkedHashMap<>();
        private final List<Answer> answers = new ArrayList<>();
        private boolean isUnreadable;

        void keep(LogPage<Position> page) {
            answers.addAll(page.answers());
            for (LogRow row : page.rows()) {
                Optional<TracedMail> mail = mail(row);
                isUnreadable |= mail.isEmpty();
                mail.ifPresent(each -> mails.putIfAbsent(row.id(), each));
            }
        }

        Reading<List<TracedMail>> reading(Completeness end) {
            Completeness understood = isUnreadable
                    ? new Incomplete(ATTEMPTED + ": rows whose time is missing or makes no sense were left out.")
                    : Completeness.complete();
            return new Reading<>(
                    mails.values().stream().sorted(NEWEST_FIRST).toList(),
                    end.and(understood),
                    answers.getLast().date(),
                    answers);
        }
    }

    private static Optional<TracedMail> mail(LogRow row) {
        JsonItem item = StrictJson.object(row.json().getBytes(StandardCharsets.UTF_8));
        String status = Rows.textOrEmpty(item, "Status");
        return row.at()
                .map(at -> new TracedMail(
                        Rows.textOrEmpty(item, "MessageTraceId"),
                        at,
                        Rows.textOrEmpty(item, "MessageId"),
                        Rows.textOrEmpty(item, "SenderAddress"),
                        Rows.textOrEmpty(item, "RecipientAddress"),
                        Rows.textOrEmpty(item, "Subject"),
                        EnumWords.find(TraceStatus.class, status).orElse(TraceStatus.OTHER),
                        status,
                        Rows.textOrEmpty(item, "FromIP"),
                        Rows.find(item, "Size").map(LocationCounts::number).orElse(0L)));
    }
}
