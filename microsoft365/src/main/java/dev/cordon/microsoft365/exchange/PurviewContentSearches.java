package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.ContentSearches;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Content searches by the cmdlets of Security & Compliance.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/new-compliancesearch">New-ComplianceSearch</a>
 */
public record PurviewContentSearches(ComplianceClient compliance) implements ContentSearches {
    private static final String SEARCH_ROLE = "Compliance Search";
    private static final String PURGE_ROLE = "Search And Purge";

    @Override
    public Receipt create(String name, MailQuery query, Scope scope) {
        Cmdlet cmdlet = Cmdlet.named("New-ComplianceSearch").with("Name", named(name));
        Cmdlet scoped = switch (scope) {
            case Scope.All all -> cmdlet.with("ExchangeLocation", List.of("All"));
            case Scope.Mailboxes(var addresses) ->
                cmdlet.with("ExchangeLocation", addresses.stream().sorted().toList());
        };
        return compliance.changeExisting(
                "Make the content search " + name,
                SEARCH_ROLE,
                scoped.with("ContentMatchQuery", KeywordQuery.of(query)));
    }

    @Override
    public Receipt start(String name) {
        return compliance.changeExisting(
                "Start the content search " + name,
                SEARCH_ROLE,
                Cmdlet.named("Start-ComplianceSearch").with("Identity", named(name)));
    }

    @Override
    public Reading<Optional<ContentSearch>> find(String name) {
        String attempted = "Read the content search " + name;
        Sent<Optional<JsonItem>> sent = compliance.find(
                attempted, SEARCH_ROLE, Cmdlet.named("Get-ComplianceSearch").with("Identity", named(name)));
        return reading(sent, sent.value().map(row -> search(name, row)), search -> addsUp(attempted, search));
    }

    @Override
    public Receipt purge(String name, PurgeKind kind) {
        return compliance.changeExisting(
                "Purge what the content search " + name + " found",
                PURGE_ROLE,
                Cmdlet.named("New-ComplianceSearchAction")
                        .with("SearchName", named(name))
                        .with("Purge", true)
                        .with("PurgeType", word(kind))
                        .with("Force", true));
    }

    @Override
    public Reading<Optional<Purge>> findPurge(String name) {
        String attempted = "Read the purge of the content search " + name;
        Sent<Optional<JsonItem>> sent = compliance.find(
                attempted,
                PURGE_ROLE,
                Cmdlet.named("Get-ComplianceSearchAction")
                        .with("Identity", purgeOf(name))
                        .with("Details", true));
        return reading(sent, sent.value().map(row -> purge(name, row)), purge -> addsUp(attempted, purge));
    }

    @Override
    public Receipt removePurge(String name) {
        return compliance.change(
                "Forget the purge of the content search " + name,
                PURGE_ROLE,
                Cmdlet.named("Remove-ComplianceSearchAction").with("Identity", purgeOf(name)));
    }

    @Override
    public Receipt remove(String name) {
        return compliance.change(
                "Forget the content search " + name,
                SEARCH_ROLE,
                Cmdlet.named("Remove-ComplianceSearch").with("Identity", named(name)));
    }

    private static String named(String name) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,180}") || name.endsWith(" ")) {
            throw new IllegalArgumentException("Not the name of a content search: " + name);
        }
        return name;
    }

    private static String purgeOf(String name) {
        return named(name) + "_Purge";
    }

    private static String word(PurgeKind kind) {
        return switch (kind) {
            case SOFT -> "SoftDelete";
            case HARD -> "HardDelete";
        };
    }

    private interface Check<T> {
        Completeness of(T value);
    }

    private static <T> Reading<Optional<T>> reading(Sent<?> sent, Optional<T> value, Check<T> check) {
        return new Reading<>(
                value,
                value.map(check::of).orElse(Completeness.complete()),
                sent.answer().date(),
                List.of(sent.answer()));
    }

    private static ContentSearch search(String name, JsonItem row) {
        String status = Rows.textOrEmpty(row, "Status");
        LocationCounts counts = LocationCounts.of(String.join("\n", Rows.texts(row, "SuccessResults")));
        return new ContentSearch(
                Rows.find(row, "Name").orElse(name),
                EnumWords.find(Status.class, status).orElse(Status.OTHER),
                status,
                Rows.textOrEmpty(row, "ContentMatchQuery"),
                number(row, "Items").orElse(0),
                number(row, "Size").orElse(0),
                counts.locations(),
                number(row, "NumBindings"),
                number(row, "UnindexedItems"),
                Rows.texts(row, "Errors"),
                Rows.instant(row, "JobEndTime"));
    }

    private static Completeness addsUp(String attempted, ContentSearch search) {
        long sum = search.found().stream().mapToLong(Location::items).sum();
        boolean isWhole = sum == search.items() || !search.status().hasEnded();
        return isWhole ? Completeness.complete() : notWhole(attempted, search.items(), sum);
    }

    private static Purge purge(String name, JsonItem row) {
        String status = Rows.textOrEmpty(row, "Status");
        String results = String.join("\n", Rows.texts(row, "Results"));
        LocationCounts counts = LocationCounts.of(results);
        List<String> errors = new ArrayList<>(Rows.texts(row, "Errors"));
        if (counts.failed() > 0) {
            errors.add(counts.failed() + " items could not be removed.");
        }
        return new Purge(
                Rows.find(row, "SearchName").orElse(name),
                EnumWords.find(Status.class, status).orElse(Status.OTHER),
                status,
                kind(results),
                counts.locations(),
                counts.items().orElse(counts.sum()),
                errors,
                Rows.instant(row, "JobEndTime"));
    }

    private static Optional<PurgeKind> kind(String results) {
        for (PurgeKind kind : PurgeKind.values()) {
            if (results.contains(word(kind))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Completeness addsUp(String attempted, Purge purge) {
        long sum = purge.removed().stream().mapToLong(Location::items).sum();
        boolean isWhole = sum == purge.items() || !purge.status().hasEnded();
        return isWhole ? Completeness.complete() : notWhole(attempted, purge.items(), sum);
    }

    private static Completeness notWhole(String attempted, long items, long sum) {
        return new Incomplete(attempted + ": it tells of " + items
                + " items, and what it says of each mailbox adds up to " + sum + ".");
    }

    private static OptionalLong number(JsonItem row, String name) {
        return Rows.find(row, name).stream().mapToLong(LocationCounts::number).findFirst();
    }
}
