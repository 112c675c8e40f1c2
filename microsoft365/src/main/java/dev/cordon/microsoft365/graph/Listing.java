package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads a listing to its end, page by page, following each link as it is given. Only a page without a link is the last one: a short or
 * empty page is not. A link to another host is never followed. Safe for many threads.
 *
 * @param <T> what a row means
 * @see <a href="https://learn.microsoft.com/graph/paging">Paging</a>
 */
final class Listing<T> {
    private static final int MOST_PAGES = 2000;

    private final GraphClient graph;
    private final Need need;
    private final Bucket bucket;
    private final String attempted;
    private final Function<JsonItem, T> row;
    private final UnaryOperator<Call> finish;

    Listing(GraphClient graph, Need need, String attempted, Function<JsonItem, T> row) {
        this(graph, need, need.bucket(), attempted, row);
    }

    Listing(GraphClient graph, Need need, Bucket bucket, String attempted, Function<JsonItem, T> row) {
        this(graph, need, bucket, attempted, row, call -> call);
    }

    /** @param finish what each request of the listing has beside the usual */
    Listing(
            GraphClient graph,
            Need need,
            Bucket bucket,
            String attempted,
            Function<JsonItem, T> row,
            UnaryOperator<Call> finish) {
        this.graph = graph;
        this.need = need;
        this.bucket = bucket;
        this.attempted = attempted;
        this.row = row;
        this.finish = finish;
    }

    private record Page<T>(List<T> items, Optional<String> next) {}

    /**
     * Reads from {@code path} on. A later page that fails leaves the reading incomplete.
     *
     * @throws TenantException when the first page cannot be read
     */
    Reading<List<T>> read(String path) {
        return read(path, MOST_PAGES);
    }

    /** The same, at most that many pages; incomplete when there are more. */
    Reading<List<T>> read(String path, int mostPages) {
        List<T> items = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<URI> next = Optional.of(graph.address(path));
        Completeness completeness = Completeness.complete();
        while (next.isPresent()) {
            seen.add(next.get());
            Sent<Page<T>> page;
            try {
                page = page(next.get());
            } catch (TenantException e) {
                if (answers.isEmpty()) {
                    throw e;
                }
                completeness = new Incomplete(attempted + ": page " + (answers.size() + 1) + " could not be read ("
                        + e.failure().reason().inWords() + ").");
                break;
            }
            items.addAll(page.value().items());
            answers.add(page.answer());
            next = page.value().next().map(Listing::address);
            Optional<String> stop = next.flatMap(address -> reasonToStop(address, seen, answers.size(), mostPages));
            if (stop.isPresent()) {
                completeness = new Incomplete(attempted + ": " + stop.get());
                break;
            }
        }
        return new Reading<>(List.copyOf(items), completeness, answers.getLast().date(), answers);
    }

    private Sent<Page<T>> page(URI address) {
        Call call = finish.apply(Call.get(attempted, Audience.GRAPH, address, bucket));
        return graph.send(need, call, Expectation.success(this::page));
    }

    private Page<T> page(Response response) {
        JsonItem page = StrictJson.object(response.body());
        if (!page.has("value")) {
            throw new UnreadableJson("The page has no member value");
        }
        Optional<String> next = page.find("@odata.nextLink").filter(link -> !link.isEmpty());
        return new Page<>(page.items("value").stream().map(row).toList(), next);
    }

    private static URI address(String link) {
        try {
            return URI.create(link);
        } catch (IllegalArgumentException e) {
            return URI.create("unreadable:link");
        }
    }

    private Optional<String> reasonToStop(URI next, Set<URI> seen, int pages, int mostPages) {
        if (!graph.isOurs(next)) {
            return Optional.of("the link to page " + (pages + 1) + " leads to another host and was not followed.");
        }
        if (seen.contains(next)) {
            return Optional.of("the link to page " + (pages + 1) + " leads back to a page already read.");
        }
        return pages >= mostPages
                ? Optional.of("there is more than " + mostPages + (mostPages == 1 ? " page." : " pages."))
                : Optional.empty();
    }
}
