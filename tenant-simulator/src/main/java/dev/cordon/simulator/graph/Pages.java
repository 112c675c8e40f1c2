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

/**
 * A list in pages: filtered, ordered, counted, projected, with a link to the rest.
 *
 * @param context what stands behind {@code $metadata#}
 * @param defaults properties shown when none are selected; empty for all
 * @param page rows of a page when none are asked for
 * @param most rows of a page at most
 * @param advanced whether advanced filters need {@code ConsistencyLevel: eventual} and {@code $count=true}
 * @see <a href="https://learn.microsoft.com/graph/paging">paging</a>
 */
public record Pages(String context, List<String> defaults, int page, int most, boolean advanced) {

    /** Pages of a hundred, at most 999, of the directory. */
    public static Pages directory(String context) {
        return new Pages(context, List.of(), 100, 999, true);
    }

    /** Pages of that size that need no advanced queries. */
    public static Pages plain(String context, int page, int most) {
        return new Pages(context, List.of(), page, most, false);
    }

    /** Shows only these properties unless others are selected. */
    public Pages defaults(List<String> names) {
        return new Pages(context, names, page, most, advanced);
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
        JsonObject body = Json.object("@odata.context", call.metadata() + context(query));
        if (query.count()) {
            body.addProperty("@odata.count", matching.size());
        }
        body.add("value", Json.array(value));
        if (to < matching.size()) {
            body.addProperty("@odata.nextLink", nextLink(call, to));
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

    private static String nextLink(GraphCall call, int rows) {
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
                .append(URLEncoder.encode(Query.skipToken(rows), StandardCharsets.UTF_8))
                .toString();
    }
}
