package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SafeLinksReport.Action;
import dev.cordon.tenant.SafeLinksReport.Click;
import dev.cordon.tenant.TenantException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The report's pages by number, the first being 1: a short one is the last, and no link says so. One reading, one thread.
 *
 * @param exchange where to ask
 * @param from the first moment
 * @param until the last moment
 */
record ClickPages(ExchangeClient exchange, Instant from, Instant until) {
    private static final String ATTEMPTED = "Read who clicked what by Safe Links";
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 1000;
    private static final Comparator<Click> NEWEST_FIRST = Comparator.comparing(Click::at)
            .reversed()
            .thenComparing(Click::recipient)
            .thenComparing(Click::url)
            .thenComparing(Click::action)
            .thenComparing(Click::networkMessageId);

    /**
     * Reads every click of the time, each once, newest first. A later page that fails leaves the reading incomplete.
     *
     * @throws TenantException when the first page cannot be read
     */
    Reading<List<Click>> read() {
        Reading<List<Optional<Click>>> page = page(1);
        Set<Click> clicks = new LinkedHashSet<>();
        List<Answer> answers = new ArrayList<>(page.answers());
        Completeness completeness = page.completeness();
        boolean brought = keep(page, clicks);
        completeness = completeness.and(understood(page));
        for (int number = 2; page.value().size() >= PAGE; number++) {
            if (number > MOST_PAGES || !brought) {
                completeness = completeness.and(new Incomplete(
                        ATTEMPTED + ": what lies behind page " + (number - 1) + " of the report was not read."));
                break;
            }
            try {
                page = page(number);
            } catch (TenantException e) {
                completeness = completeness.and(new Incomplete(ATTEMPTED + ": page " + number + " could not be read ("
                        + e.failure().reason().inWords() + ")."));
                break;
            }
            answers.addAll(page.answers());
            brought = keep(page, clicks);
            completeness = completeness.and(page.completeness()).and(understood(page));
        }
        List<Click> inTime = clicks.stream()
                .filter(click -> !click.at().isBefore(from) && !click.at().isAfter(until))
                .sorted(NEWEST_FIRST)
                .toList();
        return new Reading<>(inTime, completeness, answers.getLast().date(), answers);
    }

    private Reading<List<Optional<Click>>> page(int number) {
        return exchange.read(
                ATTEMPTED,
                "",
                Cmdlet.named("Get-SafeLinksDetailReport")
                        .with("StartDate", Dates.inText(from))
                        .with("EndDate", Dates.inText(until))
                        .with("Page", number)
                        .with("PageSize", PAGE),
                ClickPages::click);
    }

    /** Whether the page brought anything new: one that gives the same as the pages before it would do so for ever. */
    private static boolean keep(Reading<List<Optional<Click>>> page, Set<Click> clicks) {
        return clicks.addAll(page.value().stream().flatMap(Optional::stream).toList());
    }

    private static Completeness understood(Reading<List<Optional<Click>>> page) {
        return page.value().stream().allMatch(Optional::isPresent)
                ? Completeness.complete()
                : new Incomplete(ATTEMPTED + ": clicks whose time is missing or makes no sense were left out.");
    }

    private static Optional<Click> click(JsonItem row) {
        String action = Rows.textOrEmpty(row, "Action");
        return Rows.instant(row, "ClickTime")
                .map(at -> new Click(
                        at,
                        Rows.textOrEmpty(row, "RecipientAddress"),
                        Rows.textOrEmpty(row, "Url"),
                        EnumWords.find(Action.class, action).orElse(Action.OTHER),
                        action,
                        Rows.textOrEmpty(row, "AppName"),
                        Rows.textOrEmpty(row, "NetworkMessageId")));
    }
}
