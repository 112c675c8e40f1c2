package dev.cordon.simulator.graph;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.odata.Filter;
import dev.cordon.simulator.odata.Query;
import dev.cordon.simulator.wire.WireResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A list in pages: filtered, ordered, counted, projected, with a link to the rest.
 *
 * @param context what stands behind {@code $metadata#}
 * @param defaults properties shown when none are selected; empty for all
 * @param page rows of a page when none are asked for
 * @param most rows of a page at most
 * @param advanced whether advanced filters need {@code ConsistencyLevel: eventual} and {@code $count=true}
 * @param uneven every so many pages one is shorter than it could be, every second of those empty; 0 for none (H)
 * @see <a href="https://learn.microsoft.com/graph/paging">paging</a>
 */
public record Pages(String context, List<String> defaults, int page, int most, boolean advanced, int uneven) {

    /** Pages that are all as full as they can be. */
    private Pages(String context, List<String> defaults, int page, int most, boolean advanced) {
        this(context, defaults, page, most, advanced, 0);
    }

    /** Pages of a hundred, at most 999, of the directory. */
    public static Pages directory(String context) {
        return new Pages(context, List.of(), 100, 999, true);
    }

    /** Pages of that size that need no advanced queries. */
    public static Pages plain(String context, int page, int most) {
        return new Pages(context, List.of(), page, most, false);
    }

    /** The same pages, every so many of them short or empty though more follow. */
    public Pages uneven(int every) {
        return new Pages(context, defaults, page, most, advanced, every);
    }

    /** Shows only these properties unless others are selected. */
    public Pages defaults(List<String> names) {
        return new Pages(context, names, page, most, advanced);
    }

    /**
     * A row that is not written yet.
     *
     * @param outline some of its properties, cheap to have
     * @param whole all of it
     */
    public record Unwritten(Supplier<JsonObject> outline, Supplier<JsonObject> whole) {}

    /**
     * The page that the call asks for, of rows that are only written when they are on it. That works as long as the filter
     * looks at nothing but the outline and the rows already stand in the order asked for; else all are written.
     *
     * @param outlined the properties of an outline
     * @param order how the rows stand, as in {@code $orderby}
     */
    public WireResponse answer(GraphCall call, List<Unwritten> rows, Set<String> outlined, String order) {
        Query query = call.query();
        boolean decided =
                query.filter().map(Filter::properties).orElse(Set.of()).stream().allMatch(outlined::contains);
        boolean ordered = query.orderBy().map(order::equalsIgnoreCase).orElse(true);
        if (advanced || !decided || !ordered) {
            return answer(call, rows.stream().map(row -> row.whole().get()).toList());
        }
        int from = query.skip();
        int to = from + shown(size(call, query), query.page());
        var predicate = query.filter().map(Filter::predicate);
        var value = new ArrayList<JsonObject>();
        int met = 0;
        for (Unwritten row : rows) {
            if (predicate.isPresent() && !predicate.get().test(row.outline().get())) {
                continue;
            }
            if (met >= from && met < to) {
                value.add(query.project(row.whole().get(), defaults));
            }
            met++;
            if (met > to && !query.count()) {
                break;
            }
        }
        return page(call, query, value, to, met);
    }

    /** The page that the call asks for, of all these rows. */
    public WireResponse answer(GraphCall call, List<JsonObject> rows) {
        Query query = call.query();
        checkAdvanced(call, query);
        checkProperties(query, rows);
        List<JsonObject> matching = query.apply(advanced ? query.searched(rows) : rows);
        int size = size(call, query);
        int from = Math.min(query.skip(), matching.size());
        int to = Math.min(from + size, matching.size());
        var value = new ArrayList<JsonObject>();
        matching.subList(from, to).forEach(row -> value.add(query.project(row, defaults)));
        return page(call, query, value, to, matching.size());
    }

    /** How many rows stand on the page of that number, of as many as there could be. */
    private int shown(int size, int number) {
        return uneven == 0 || number % uneven != 0 ? size : number / uneven % 2 == 0 ? 0 : Math.max(1, size / 3);
    }

    private WireResponse page(GraphCall call, Query query, List<JsonObject> value, int to, int matching) {
        JsonObject body = Json.object("@odata.context", call.metadata() + context(query));
        if (query.count()) {
            body.addProperty("@odata.count", matching);
        }
        body.add("value", Json.array(value));
        if (to < matching) {
            body.addProperty("@odata.nextLink", nextLink(call, to, query.page()));
        }
        return WireResponse.json(200, body);
    }

    private String context(Query query) {
        return query.select().isEmpty() || context.contains("(")
                ? context
                : context + "(" + String.join(",", query.select()) + ")";
    }

    private int size(GraphCall call, Query query) {
        int asked = query.top().orElseGet(() -> preferred(call));
        if (asked > most) {
            throw new GraphRefusal(
                    400,
                    "Request_UnsupportedQuery",
                    "Invalid page size specified: '" + asked + "'. Must be between 1 and " + most + " inclusive.");
        }
        return asked;
    }

    private int preferred(GraphCall call) {
        String prefer = call.request().header("prefer").orElse("");
        int at = prefer.indexOf("odata.maxpagesize=");
        if (at < 0) {
            return page;
        }
        String digits = prefer.substring(at + "odata.maxpagesize=".length()).replaceAll("[^0-9].*", "");
        return digits.isEmpty() ? page : Math.max(1, Math.min(most, Integer.parseInt(digits)));
    }

    private void checkAdvanced(GraphCall call, Query query) {
        boolean eventual = call.request()
                .header("consistencylevel")
                .filter("eventual"::equalsIgnoreCase)
                .isPresent();
        if (advanced
                && query.isAdvanced()
                && !(eventual && (query.count() || query.search().isPresent()))) {
            throw new GraphRefusal(
                    400,
                    "Request_UnsupportedQuery",
                    "Unsupported or invalid query filter clause specified. Use $count=true and the header"
                            + " ConsistencyLevel: eventual.");
        }
    }

    private static void checkProperties(Query query, List<JsonObject> rows) {
        query.filter().map(Filter::properties).orElse(Set.of()).stream()
                .filter(name -> !rows.isEmpty() && rows.stream().noneMatch(row -> row.has(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new GraphRefusal(
                            400,
                            "BadRequest",
                            "Invalid filter clause: Could not find a property named '" + name + "'.");
                });
    }

    private static String nextLink(GraphCall call, int rows, int page) {
        var link = new StringBuilder(call.request().origin())
                .append(call.request().path())
                .append('?');
        for (String pair : call.request().query().split("&")) {
            boolean own =
                    pair.startsWith("$skiptoken=") || pair.startsWith("%24skiptoken=") || pair.startsWith("$skip=");
            if (!pair.isEmpty() && !own) {
                link.append(pair).append('&');
            }
        }
        return link.append("$skiptoken=")
                .append(URLEncoder.encode(Query.skipToken(rows, page), StandardCharsets.UTF_8))
                .toString();
    }
}
