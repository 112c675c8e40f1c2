package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Quarantine;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quarantine by {@code Get-QuarantineMessage}, in pages by number, the first being 1: a short one is the last, and no link says so.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-quarantinemessage">Get-QuarantineMessage</a>
 */
public record ExchangeQuarantine(ExchangeClient exchange) implements Quarantine {
    private static final String ATTEMPTED = "Read the quarantine";
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 1000;
    private static final Comparator<QuarantinedMessage> NEWEST_FIRST = Comparator.comparing(
                    (QuarantinedMessage message) -> message.receivedAt().orElse(Instant.EPOCH))
            .reversed()
            .thenComparing(QuarantinedMessage::id);

    @Override
    public Reading<List<QuarantinedMessage>> fetchMessages(QuarantineQuestion question) {
        Reading<List<Optional<QuarantinedMessage>>> page = page(question, 1);
        Map<String, QuarantinedMessage> messages = new LinkedHashMap<>();
        List<Answer> answers = new ArrayList<>(page.answers());
        Completeness completeness = page.completeness().and(understood(page));
        boolean brought = keep(page, messages);
        for (int number = 2; page.value().size() >= PAGE; number++) {
            if (number > MOST_PAGES || !brought) {
                completeness = completeness.and(
                        new Incomplete(ATTEMPTED + ": what lies behind page " + (number - 1) + " was not read."));
                break;
            }
            try {
                page = page(question, number);
            } catch (TenantException e) {
                completeness = completeness.and(new Incomplete(ATTEMPTED + ": page " + number + " could not be read ("
                        + e.failure().reason().inWords() + ")."));
                break;
            }
            answers.addAll(page.answers());
            brought = keep(page, messages);
            completeness = completeness.and(page.completeness()).and(understood(page));
        }
        List<QuarantinedMessage> newestFirst =
                messages.values().stream().sorted(NEWEST_FIRST).toList();
        return new Reading<>(newestFirst, completeness, answers.getLast().date(), answers);
    }

    @Override
    public Receipt delete(QuarantinedMessage message) {
        return exchange.change(
                "Delete the message " + message.id() + " from the quarantine",
                "",
                Cmdlet.named("Delete-QuarantineMessage").with("Identity", message.id()));
    }

    private Reading<List<Optional<QuarantinedMessage>>> page(QuarantineQuestion question, int number) {
        Cmdlet cmdlet = Cmdlet.named("Get-QuarantineMessage")
                .with("StartReceivedDate", Dates.inText(question.from()))
                .with("EndReceivedDate", Dates.inText(question.until()));
        if (question.sender().isPresent()) {
            cmdlet = cmdlet.with("SenderAddress", List.of(question.sender().get()));
        }
        if (question.recipient().isPresent()) {
            cmdlet =
                    cmdlet.with("RecipientAddress", List.of(question.recipient().get()));
        }
        if (question.subject().isPresent()) {
            cmdlet = cmdlet.with("Subject", question.subject().get());
        }
        if (question.internetMessageId().isPresent()) {
            cmdlet = cmdlet.with("MessageId", question.internetMessageId().get());
        }
        return exchange.read(
                ATTEMPTED, "", cmdlet.with("Page", number).with("PageSize", PAGE), ExchangeQuarantine::message);
    }

    /** Whether the page brought anything new: one that gives the same as the pages before it would do so for ever. */
    private static boolean keep(
            Reading<List<Optional<QuarantinedMessage>>> page, Map<String, QuarantinedMessage> messages) {
        int before = messages.size();
        page.value().stream().flatMap(Optional::stream).forEach(each -> messages.putIfAbsent(each.id(), each));
        return messages.size() > before;
    }

    private static Completeness understood(Reading<List<Optional<QuarantinedMessage>>> page) {
        return page.value().stream().allMatch(Optional::isPresent)
                ? Completeness.complete()
                : new Incomplete(ATTEMPTED + ": messages without an identity were left out.");
    }

    private static Optional<QuarantinedMessage> message(JsonItem row) {
        String release = Rows.textOrEmpty(row, "ReleaseStatus");
        return Rows.find(row, "Identity")
                .map(id -> new QuarantinedMessage(
                        id,
                        Rows.instant(row, "ReceivedTime"),
                        Rows.textOrEmpty(row, "SenderAddress"),
                        Rows.texts(row, "RecipientAddress"),
                        Rows.textOrEmpty(row, "Subject"),
                        Rows.textOrEmpty(row, "MessageId"),
                        Rows.find(row, "Type")
                                .or(() -> Rows.find(row, "QuarantineTypes"))
                                .orElse(""),
                        release(release),
                        release,
                        Rows.instant(row, "Expires")));
    }

    private static Release release(String word) {
        return word.equalsIgnoreCase("PreparingToRelease")
                ? Release.APPROVED
                : EnumWords.find(Release.class, word).orElse(Release.OTHER);
    }
}
