package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.contentsearch.ContentSearch;
import dev.cordon.simulator.contentsearch.ContentSearch.Location;
import dev.cordon.simulator.contentsearch.ContentSearches;
import dev.cordon.simulator.contentsearch.PurgeAction;
import dev.cordon.simulator.contentsearch.QueryRefused;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.MailMoves.Depth;
import dev.cordon.simulator.mailbox.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Content searches and purges (E18). A second purge of a search is refused until the first is removed. The words of
 * refusals, and what {@code Results} says of a purge, are from memory.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/new-compliancesearchaction">New-ComplianceSearchAction</a>
 */
final class ComplianceCmdlets {

    private static final String IDENTITY = "Identity";
    private static final String LINE = "\r\n";

    private ComplianceCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(
                cmdlet(
                        "New-ComplianceSearch",
                        "Name ExchangeLocation ContentMatchQuery Description",
                        ComplianceCmdlets::create),
                cmdlet("Start-ComplianceSearch", IDENTITY, ComplianceCmdlets::start),
                cmdlet("Get-ComplianceSearch", IDENTITY, ComplianceCmdlets::searches),
                cmdlet("Remove-ComplianceSearch", IDENTITY, ComplianceCmdlets::remove),
                cmdlet("New-ComplianceSearchAction", "SearchName Purge PurgeType", ComplianceCmdlets::purge),
                cmdlet("Get-ComplianceSearchAction", "Identity Purge Details", ComplianceCmdlets::actions),
                cmdlet("Remove-ComplianceSearchAction", IDENTITY, ComplianceCmdlets::removeAction));
    }

    private static Cmdlet cmdlet(String name, String parameters, Cmdlet.Handler handler) {
        return Cmdlet.of(name, Access.CONTENT_SEARCH, parameters, "E18", handler);
    }

    private static ContentSearch found(CmdletCall call, String parameter) {
        var name = call.text(parameter);
        return new ContentSearches(call.state()).find(name).orElseThrow(() -> CmdletRefusal.notFound(name));
    }

    private static PurgeAction foundAction(CmdletCall call) {
        var name = call.text(IDENTITY);
        return new ContentSearches(call.state()).findAction(name).orElseThrow(() -> CmdletRefusal.notFound(name));
    }

    private static String caller(CmdletCall call) {
        return Objects.requireNonNullElse(call.token().actor().userPrincipalName(), "");
    }

    private static CmdletResult create(CmdletCall call) {
        var name = call.text("Name");
        var searches = new ContentSearches(call.state());
        if (searches.find(name).isPresent()) {
            throw CmdletRefusal.exists(name);
        }
        var locations = call.texts("ExchangeLocation");
        if (locations.isEmpty()) {
            throw CmdletRefusal.missing("ExchangeLocation");
        }
        var everywhere = locations.stream().anyMatch(ContentSearch.ALL::equalsIgnoreCase);
        var addresses = everywhere
                ? List.of(ContentSearch.ALL)
                : locations.stream()
                        .map(location -> searches.searchable(location)
                                .map(Mailbox::address)
                                .orElseThrow(() -> CmdletRefusal.notFound(location)))
                        .toList();
        try {
            var query = call.find("ContentMatchQuery").orElse("");
            return CmdletResult.of(
                    row(call, searches.create(call.cause(), name, query, addresses, caller(call)), false));
        } catch (QueryRefused refused) {
            throw CmdletRefusal.invalid(Objects.requireNonNullElse(refused.getMessage(), ""));
        }
    }

    private static CmdletResult start(CmdletCall call) {
        var search = found(call, IDENTITY);
        var status = search.status(call.state().now());
        if (status.equals("Starting") || status.equals("InProgress")) {
            throw CmdletRefusal.unspecified("The compliance search \"" + search.name() + "\" is already running.");
        }
        new ContentSearches(call.state()).start(call.cause(), search);
        return CmdletResult.nothing();
    }

    private static CmdletResult searches(CmdletCall call) {
        return call.has(IDENTITY)
                ? CmdletResult.of(row(call, found(call, IDENTITY), true))
                : CmdletResult.of(new ContentSearches(call.state())
                        .all().stream().map(search -> row(call, search, false)).toList());
    }

    private static CmdletResult remove(CmdletCall call) {
        new ContentSearches(call.state()).remove(call.cause(), found(call, IDENTITY));
        return CmdletResult.nothing();
    }

    private static CmdletResult purge(CmdletCall call) {
        if (!RoleGroups.of(call.tenant(), call.token()).mayPurge() && call.has("Purge")) {
            throw CmdletRefusal.unknownParameter("Purge");
        }
        var search = found(call, "SearchName");
        if (!call.flag("Purge")) {
            throw CmdletRefusal.notServed("The simulated tenant serves no action of a search but Purge.");
        }
        var searches = new ContentSearches(call.state());
        if (searches.findAction(search.name() + PurgeAction.SUFFIX).isPresent()) {
            throw CmdletRefusal.unspecified("The compliance search action \"" + search.name() + PurgeAction.SUFFIX
                    + "\" already exists. Remove it before you create another one.");
        }
        if (!search.status(call.state().now()).equals("Completed")) {
            throw CmdletRefusal.unspecified("The compliance search \"" + search.name()
                    + "\" has not completed. Wait until it has before you create an action.");
        }
        var depth = depth(call);
        if (!call.flag("Force")
                && !call.find("Confirm").filter("false"::equalsIgnoreCase).isPresent()) {
            return CmdletResult.asking("This operation will make message items meeting the criteria of the compliance"
                    + " search \"" + search.name() + "\" completely inaccessible to users.");
        }
        return CmdletResult.of(row(call, searches.purge(call.cause(), search, depth, caller(call)), false));
    }

    private static Depth depth(CmdletCall call) {
        var word = call.text("PurgeType");
        if (word.equalsIgnoreCase("SoftDelete")) {
            return Depth.SOFT;
        }
        if (word.equalsIgnoreCase("HardDelete")) {
            return Depth.HARD;
        }
        throw CmdletRefusal.invalid("Cannot process argument transformation on parameter 'PurgeType'. Cannot convert"
                + " value \"" + word + "\". The possible enumeration values are \"Unknown, SoftDelete, HardDelete\".");
    }

    private static CmdletResult actions(CmdletCall call) {
        return call.has(IDENTITY)
                ? CmdletResult.of(row(call, foundAction(call), call.flag("Details")))
                : CmdletResult.of(new ContentSearches(call.state())
                        .actions().stream()
                                .map(action -> row(call, action, call.flag("Details")))
                                .toList());
    }

    private static CmdletResult removeAction(CmdletCall call) {
        new ContentSearches(call.state()).remove(call.cause(), foundAction(call));
        return CmdletResult.nothing();
    }

    /** In a list there are no results by mailbox. */
    private static JsonObject row(CmdletCall call, ContentSearch search, boolean alone) {
        var now = call.state().now();
        var results = search.results();
        return Json.object(
                "Name",
                search.name(),
                IDENTITY,
                search.id(),
                "Guid",
                search.id(),
                "RunBy",
                search.runs() == 0 ? "" : search.createdBy(),
                "CreatedBy",
                search.createdBy(),
                "CreatedTime",
                Rows.time(search.created()),
                "JobStartTime",
                time(search.started()),
                "JobEndTime",
                time(results == null ? null : results.at()),
                "JobProgress",
                results == null ? 0 : 100,
                "Status",
                search.status(now),
                "ContentMatchQuery",
                search.query(),
                "ExchangeLocation",
                search.locations(),
                "Items",
                results == null ? 0 : results.items(),
                "Size",
                results == null ? 0 : results.size(),
                "UnindexedItems",
                results == null ? 0 : results.unindexed(),
                "NumBindings",
                results == null ? 0 : results.locations().size(),
                "NumFailedSources",
                0,
                "SuccessResults",
                results == null || !alone
                        ? null
                        : results.locations().stream()
                                .map(ComplianceCmdlets::found)
                                .collect(Collectors.joining(LINE)),
                "Errors",
                "");
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Rows.time(at);
    }

    private static String found(Location location) {
        return "{Location: " + location.address() + ", Item count: " + location.items() + ", Total size: "
                + location.size() + "}";
    }

    private static JsonObject row(CmdletCall call, PurgeAction action, boolean details) {
        var purged = action.purged();
        return Json.object(
                "Name",
                action.name(),
                IDENTITY,
                action.id(),
                "SearchName",
                action.searchName(),
                "Action",
                "Purge",
                "RunBy",
                action.createdBy(),
                "CreatedTime",
                Rows.time(action.created()),
                "JobStartTime",
                Rows.time(action.created()),
                "JobEndTime",
                time(action.ended()),
                "Status",
                action.status(call.state().now()),
                "Results",
                purged == null || !details
                        ? ""
                        : purged.stream()
                                .map(location -> purged(action, location))
                                .collect(Collectors.joining(LINE)),
                "Errors",
                "");
    }

    private static String purged(PurgeAction action, Location location) {
        return "Purge Type: " + (action.depth() == Depth.SOFT ? "SoftDelete" : "HardDelete") + "; Location: "
                + location.address() + "; Item count: " + location.items() + "; Total size: " + location.size()
                + "; Failed count: 0; ";
    }
}
