package dev.cordon.microsoft365;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.ContentSearches;
import dev.cordon.tenant.ContentSearches.ContentSearch;
import dev.cordon.tenant.ContentSearches.Location;
import dev.cordon.tenant.ContentSearches.MailQuery;
import dev.cordon.tenant.ContentSearches.Purge;
import dev.cordon.tenant.ContentSearches.PurgeKind;
import dev.cordon.tenant.ContentSearches.Scope;
import dev.cordon.tenant.ContentSearchesContract;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.InMemoryContentSearches;
import dev.cordon.tenant.TenantException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** The client against searches in memory, spoken to as Security & Compliance is. */
class ContentSearchesOverPurviewTest extends ContentSearchesContract {
    private static final Pattern QUERY =
            Pattern.compile("\\(from:(.+?) AND subject:\"(.+?)\" AND received>=(\\S+) AND received<=(\\S+)\\)");

    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected ContentSearches on(InMemoryContentSearches world) {
        return connected.delegated(request -> reply(world, request)).contentSearches();
    }

    private static Reply reply(InMemoryContentSearches world, Asked request) {
        if (request.path().contains("EXOBanner")) {
            return Reply.status(200);
        }
        Invoked cmdlet = Invoked.of(request);
        try {
            return ran(world, cmdlet);
        } catch (TenantException e) {
            return e.failure().reason() == Reason.NOT_FOUND
                    ? Invoked.notFound()
                    : Invoked.refused("It cannot be done now.");
        }
    }

    private static Reply ran(InMemoryContentSearches world, Invoked cmdlet) {
        return switch (cmdlet.name()) {
            case "New-ComplianceSearch" -> {
                world.create(cmdlet.text("Name"), query(cmdlet.text("ContentMatchQuery")), scope(cmdlet));
                yield Invoked.rows(List.of(named(cmdlet.text("Name"))));
            }
            case "Start-ComplianceSearch" -> {
                world.start(cmdlet.text("Identity"));
                yield Invoked.nothing();
            }
            case "Get-ComplianceSearch" ->
                found(world.find(cmdlet.text("Identity")).value().map(ContentSearchesOverPurviewTest::row));
            case "New-ComplianceSearchAction" -> {
                PurgeKind kind = cmdlet.text("PurgeType").equals("SoftDelete") ? PurgeKind.SOFT : PurgeKind.HARD;
                world.purge(cmdlet.text("SearchName"), kind);
                yield Invoked.rows(List.of(named(cmdlet.text("SearchName") + "_Purge")));
            }
            case "Get-ComplianceSearchAction" ->
                found(world.findPurge(searchOf(cmdlet)).value().map(ContentSearchesOverPurviewTest::row));
            case "Remove-ComplianceSearchAction" ->
                gone(world.removePurge(searchOf(cmdlet)).alreadyInPlace());
            case "Remove-ComplianceSearch" ->
                gone(world.remove(cmdlet.text("Identity")).alreadyInPlace());
            default -> Reply.status(501);
        };
    }

    private static String searchOf(Invoked cmdlet) {
        String action = cmdlet.text("Identity");
        return action.substring(0, action.length() - "_Purge".length());
    }

    private static Reply found(Optional<JsonObject> row) {
        return row.map(each -> Invoked.rows(List.of(each))).orElseGet(Invoked::notFound);
    }

    private static Reply gone(boolean wasGone) {
        return wasGone ? Invoked.notFound() : Invoked.nothing();
    }

    private static MailQuery query(String text) {
        Matcher matcher = QUERY.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("Not a query: " + text);
        }
        return new MailQuery(
                Optional.of(matcher.group(1)),
                Optional.of(matcher.group(2)),
                Optional.of(LocalDate.parse(matcher.group(3))),
                Optional.of(LocalDate.parse(matcher.group(4))));
    }

    private static Scope scope(Invoked cmdlet) {
        JsonArray locations = cmdlet.parameters().getAsJsonArray("ExchangeLocation");
        Set<String> named = StreamSupport.stream(locations.spliterator(), false)
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet());
        return named.equals(Set.of("All")) ? new Scope.All() : new Scope.Mailboxes(named);
    }

    private static JsonObject named(String name) {
        JsonObject row = new JsonObject();
        row.addProperty("Name", name);
        return row;
    }

    private static JsonObject row(ContentSearch search) {
        JsonObject row = named(search.name());
        row.addProperty("Status", word(search.status().name()));
        row.addProperty("ContentMatchQuery", search.query());
        row.addProperty("Items", search.items());
        row.addProperty("Size", search.bytes());
        row.addProperty(
                "SuccessResults",
                search.found().stream()
                        .map(each -> "Location: " + each.mailbox() + ", Item count: " + each.items() + ", Total size: "
                                + each.bytes())
                        .collect(Collectors.joining(
                                ",\r\n", "{", "\r\nLocation: empty@contoso.example, Item count: 0, Total size: 0}")));
        return row;
    }

    private static JsonObject row(Purge purge) {
        JsonObject row = named(purge.searchName() + "_Purge");
        row.addProperty("SearchName", purge.searchName());
        row.addProperty("Status", word(purge.status().name()));
        row.addProperty(
                "Results",
                purge.kind().map(each -> each == PurgeKind.SOFT ? "SoftDelete" : "HardDelete").stream()
                        .map(kind -> "Purge Type: " + kind + "; "
                                + purge.removed().stream()
                                        .map(ContentSearchesOverPurviewTest::removed)
                                        .collect(Collectors.joining("; ")))
                        .collect(Collectors.joining()));
        return row;
    }

    private static String removed(Location location) {
        return "Location: " + location.mailbox() + "; Item count: " + location.items()
                + "; Total size: 1,234; Failed count: 0";
    }

    /** As Microsoft writes it: together, each word with a capital. */
    private static String word(String constant) {
        return List.of(constant.split("_", -1)).stream()
                .map(each -> each.charAt(0) + each.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }
}
