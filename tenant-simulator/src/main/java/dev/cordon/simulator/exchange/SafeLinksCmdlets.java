package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.clicks.Click;
import dev.cordon.simulator.clicks.Clicks;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The report of clicks (X24): a range of dates has to be given, none of them older than seven days; yesterday's clicks are
 * the newest it has; the last page is the short one. Without Defender for Office 365 the tenant does not have the cmdlet. The
 * words of refusals are from memory.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-safelinksdetailreport">Get-SafeLinksDetailReport</a>
 */
final class SafeLinksCmdlets {

    private static final int MOST = 5000;
    private static final int USUAL = 1000;

    private SafeLinksCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(Cmdlet.of(
                        "Get-SafeLinksDetailReport",
                        Access.SECURITY_REPORT,
                        "StartDate EndDate RecipientAddress ClickId Action AppNameList Domain Page PageSize",
                        "X24",
                        SafeLinksCmdlets::report)
                .licensed(ServicePlans::hasDefenderP1));
    }

    private static CmdletResult report(CmdletCall call) {
        if (!call.has("StartDate") || !call.has("EndDate")) {
            throw CmdletRefusal.unspecified("An unexpected error occurred. Give StartDate and EndDate.");
        }
        var start = AuditCmdlets.time(call, "StartDate");
        var end = AuditCmdlets.time(call, "EndDate");
        var oldest = call.state().now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(Clicks.DAYS));
        if (start.isBefore(oldest)) {
            throw CmdletRefusal.invalid(
                    "Invalid StartDate value. The StartDate can't be older than " + Clicks.DAYS + " days from today.");
        }
        if (start.isAfter(end)) {
            throw CmdletRefusal.invalid("Invalid date value. The StartDate can't be later than the EndDate.");
        }
        int page = call.number("Page", 1, 1000);
        int size = call.number("PageSize", USUAL, MOST);
        return CmdletResult.of(Clicks.of(call.state()).reported().stream()
                .filter(click -> !click.at().isBefore(start) && !click.at().isAfter(end) && matches(call, click))
                .skip((page - 1L) * size)
                .limit(size)
                .map(SafeLinksCmdlets::row)
                .toList());
    }

    /** Everything without regard to case but the action, as field reports have it. */
    private static boolean matches(CmdletCall call, Click click) {
        return isAmong(call, "RecipientAddress", click.recipient())
                && isAmong(call, "ClickId", click.id())
                && isAmong(call, "AppNameList", click.app())
                && isAmong(call, "Domain", click.domain())
                && (call.texts("Action").isEmpty()
                        || call.texts("Action").contains(click.action().word()));
    }

    private static boolean isAmong(CmdletCall call, String parameter, String value) {
        var wanted = call.texts(parameter);
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }

    private static JsonObject row(Click click) {
        return Json.object(
                "ClickTime", Rows.time(click.at()),
                "NetworkMessageId", click.networkMessageId(),
                "ClickId", click.id(),
                "RecipientAddress", click.recipient(),
                "Url", click.url(),
                "UrlDomain", click.domain(),
                "Action", click.action().word(),
                "AppName", click.app(),
                "Flags", click.action().flag());
    }
}
