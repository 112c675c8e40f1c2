package dev.cordon.simulator.hunting;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.wire.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code POST /security/runHuntingQuery} (E6): refused without Defender for Office 365 P2; a query that is not understood is
 * a bad request that says where. The words of the refusals are from memory.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-security-runhuntingquery">runHuntingQuery</a>
 */
public final class HuntingRoutes implements GraphArea {

    private static final int MOST_ROWS = 100_000;
    private static final Permit HUNT = Permit.anyOf("ThreatHunting.Read.All")
            .roles("Security Reader", "Security Operator", "Security Administrator", "Global Reader");

    @Override
    public String name() {
        return "hunting";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(GraphRoute.post("/security/runHuntingQuery", HUNT, "E6, E7, E8", HuntingRoutes::run)
                .bucket("hunting"));
    }

    private static WireResponse run(GraphCall call) {
        if (!ServicePlans.hasDefenderP2(call.state().licences())) {
            throw new GraphRefusal(
                    403, "Forbidden", "The tenant or user does not have appropriate license/permission.");
        }
        var body = call.body();
        var query = member(body, "Query")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> refused("The query is missing or empty."));
        var span = span(member(body, "Timespan").orElse(""), call.now());
        var tables = new HuntingTables(call.state(), span.from(), span.to());
        try {
            return answer(call, Kusto.run(query, tables::find, call.now()));
        } catch (QueryError notUnderstood) {
            throw refused(notUnderstood.message());
        }
    }

    /** Names of the body's members in either case. */
    private static Optional<String> member(JsonObject body, String name) {
        return Json.text(body, name)
                .or(() -> Json.text(body, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
    }

    private static GraphRefusal refused(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }

    private record Span(Instant from, Instant to) {}

    /** A duration back from now, or two ends of a time, either of which may be a duration. */
    private static Span span(String text, Instant now) {
        try {
            if (text.isBlank()) {
                return new Span(now.minus(HuntingTables.KEPT), now);
            }
            var slash = text.indexOf('/');
            if (slash < 0) {
                return new Span(now.minus(duration(text)), now);
            }
            var first = text.substring(0, slash);
            var second = text.substring(slash + 1);
            if (first.startsWith("P")) {
                var to = OffsetDateTime.parse(second).toInstant();
                return new Span(to.minus(duration(first)), to);
            }
            var from = OffsetDateTime.parse(first).toInstant();
            return new Span(
                    from,
                    second.startsWith("P")
                            ? from.plus(duration(second))
                            : OffsetDateTime.parse(second).toInstant());
        } catch (DateTimeException malformed) {
            throw refused("The timespan '" + text + "' is not valid.");
        }
    }

    private static Duration duration(String text) {
        return text.matches("P[0-9]{1,3}W")
                ? Duration.ofDays(7L * Integer.parseInt(text.substring(1, text.length() - 1)))
                : Duration.parse(text);
    }

    private static WireResponse answer(GraphCall call, Relation result) {
        var columns = result.columns();
        var schema = columns.stream()
                .map(column ->
                        Json.object("name", column.name(), "type", column.type().word()))
                .toList();
        var rows = new JsonArray();
        result.take(MOST_ROWS).rows().forEach(row -> {
            var object = new JsonObject();
            for (var at = 0; at < columns.size(); at++) {
                object.add(columns.get(at).name(), cell(row.get(at)));
            }
            rows.add(object);
        });
        return call.one("microsoft.graph.security.huntingQueryResults", Json.object("schema", schema, "results", rows));
    }

    /** Yes and no arrive as 1 and 0 (E6). */
    private static JsonElement cell(Object value) {
        return switch (value) {
            case Boolean flag -> Json.element(flag ? 1 : 0);
            case Instant at -> Json.element(Json.exactTime(at));
            case Nothing none -> JsonNull.INSTANCE;
            default -> Json.element(value);
        };
    }
}
