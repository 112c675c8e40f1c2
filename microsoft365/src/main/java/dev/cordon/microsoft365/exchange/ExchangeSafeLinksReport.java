package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.licences.Licensed;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SafeLinksReport;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.TenantException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Safe Links' clicks by {@code Get-SafeLinksDetailReport}.
 *
 * @param exchange where to ask
 * @param clock what time it is there
 * @param plans the service plans that the tenant can use; asked only where an answer leaves it open
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-safelinksdetailreport">Get-SafeLinksDetailReport</a>
 */
public record ExchangeSafeLinksReport(ExchangeClient exchange, TenantClock clock, Supplier<Reading<Set<String>>> plans)
        implements SafeLinksReport {
    private static final String ATTEMPTED = "Read who clicked what by Safe Links";
    /** What the report keeps goes on shrinking while it is asked. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Override
    public Reading<Clicks> fetchClicks(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
        }
        Instant now = clock.now();
        Instant oldest = now.minus(KEPT).plus(MARGIN);
        if (!oldest.isBefore(until)) {
            throw new TenantException(notKept(oldest));
        }
        boolean isCut = from.isBefore(oldest);
        Instant beginning = isCut ? oldest : from;
        Reading<List<Click>> read = read(beginning, until);
        Completeness completeness = isCut
                ? read.completeness()
                        .and(new Completeness.Incomplete(
                                ATTEMPTED + ": what was before " + oldest + " is not kept any more."))
                : read.completeness();
        Instant usual = now.minus(USUALLY_LATE);
        Clicks clicks = new Clicks(read.value(), beginning, usual.isBefore(until) ? usual : until);
        return new Reading<>(clicks, completeness, read.readAt(), read.answers());
    }

    private Reading<List<Click>> read(Instant from, Instant until) {
        try {
            Reading<List<Click>> read = new ClickPages(exchange, from, until).read();
            return read.value().isEmpty() && read.completeness() instanceof Completeness.Complete
                    ? new Reading<>(read.value(), licensed().completeness(), read.readAt(), read.answers())
                    : read;
        } catch (TenantException e) {
            throw new TenantException(licensed().reason(e.failure()), e);
        }
    }

    private static Failure notKept(Instant oldest) {
        return new Failure(
                Failure.Reason.NOT_AVAILABLE,
                ATTEMPTED,
                0,
                "",
                "",
                "",
                "The report goes back to " + oldest + "; what was before is not kept any more.",
                "Ask those who were sent the link, or look into the message trace for who was.");
    }

    private Licensed licensed() {
        return new Licensed(
                plans,
                Licensed.SAFE_LINKS,
                ATTEMPTED,
                "The tenant has no Defender for Office 365, so no click was recorded: no click here does not mean that nobody"
                        + " clicked.",
                "Ask those who were sent the link; the message trace says who was.");
    }
}
