package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.PageProgress;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hands a log over page by page, following each link as it is given. Only a page without a link is the last one: a short or empty page is
 * not. A link to another host is never followed. Safe for many threads.
 *
 * @param row what a row means; of one that it refuses, the text is handed over
 * @see <a href="https://learn.microsoft.com/graph/paging">Paging</a>
 */
record LogListing(GraphClient graph, Need need, String attempted, Function<JsonItem, LogRow> row) {
    private static final Set<Reason> LAPSED = Set.of(Reason.REFUSED, Reason.NOT_FOUND, Reason.NOT_AVAILABLE);

    private record Page(List<LogRow> rows, Optional<String> next) {}

    /**
     * Reads on from {@code progress}; a link from before that is refused has lapsed, and the listing is read from its beginning.
     *
     * @param path the listing
     * @param place what to write down for a progress
     * @throws TenantException when a page cannot be read
     */
    <P> CollectionEnd collect(
            PageProgress progress, String path, Function<PageProgress, P> place, Consumer<? super LogPage<P>> sink) {
        return switch (progress) {
            case PageProgress.End end -> new CollectionEnd.Complete();
            case PageProgress.Beginning beginning -> pages(graph.address(path), Optional.empty(), place, sink);
            case PageProgress.Link(String link) ->
                follow(link)
                        .map(next -> pages(next, Optional.of(graph.address(path)), place, sink))
                        .orElseGet(() -> cutOff("leads to another host and was not followed"));
        };
    }

    private <P> CollectionEnd pages(
            URI first, Optional<URI> instead, Function<PageProgress, P> place, Consumer<? super LogPage<P>> sink) {
        Set<URI> seen = new HashSet<>();
        URI address = first;
        while (true) {
            seen.add(address);
            Sent<Page> sent;
            try {
                sent = page(address);
            } catch (TenantException e) {
                if (seen.size() == 1
                        && instead.isPresent()
                        && LAPSED.contains(e.failure().reason())) {
                    return pages(instead.get(), Optional.empty(), place, sink);
                }
                throw e;
            }
            Optional<String> link = sent.value().next();
            Optional<URI> next = link.flatMap(this::follow);
            if (link.isEmpty()) {
                hand(sent, place.apply(new PageProgress.End()), sink);
                return new CollectionEnd.Complete();
            }
            if (next.isEmpty() || seen.contains(next.get())) {
                hand(sent, place.apply(PageProgress.beginning()), sink);
                return cutOff(
                        next.isEmpty()
                                ? "leads to another host and was not followed"
                                : "leads back to a page already read");
            }
            hand(sent, place.apply(new PageProgress.Link(link.get())), sink);
            address = next.get();
        }
    }

    private CollectionEnd cutOff(String why) {
        return new CollectionEnd.CutOff(attempted + ": the link to the next page " + why + ".");
    }

    private static <P> void hand(Sent<Page> sent, P place, Consumer<? super LogPage<P>> sink) {
        sink.accept(new LogPage<>(sent.value().rows(), List.of(sent.answer()), place));
    }

    private Optional<URI> follow(String link) {
        try {
            return Optional.of(URI.create(link)).filter(graph::isOurs);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Sent<Page> page(URI address) {
        return graph.send(
                need, Call.get(attempted, Audience.GRAPH, address, need.bucket()), Expectation.success(this::page));
    }

    private Page page(Response response) {
        JsonItem page = StrictJson.object(response.body());
        if (!page.has("value")) {
            throw new UnreadableJson("The page has no member value");
        }
        return new Page(
                page.items("value").stream().map(this::logRow).toList(),
                page.find("@odata.nextLink").filter(link -> !link.isEmpty()));
    }

    private LogRow logRow(JsonItem item) {
        try {
            return row.apply(item);
        } catch (UnreadableJson | IllegalArgumentException e) {
            String text = item.object().toString();
            return new LogRow(text, Optional.empty(), "", "", "", text);
        }
    }
}
