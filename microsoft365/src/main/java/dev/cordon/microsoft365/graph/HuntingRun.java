package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.licences.Licensed;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.ThreatHunting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One question put to hunting.
 *
 * @param graph where to ask
 * @param clock the tenant's time: what is kept ends with it
 * @param attempted what it is for, in words for the operator
 * @param table the table it is put to
 * @param row what a row means; empty where it makes no sense
 * @param fits which of the rows were asked for, where the query says it less exactly
 * @param <T> what a row means
 */
record HuntingRun<T>(
        GraphClient graph,
        TenantClock clock,
        String attempted,
        String table,
        Function<HuntingRow, Optional<T>> row,
        Predicate<T> fits) {
    /** What is kept goes on shrinking while it is asked. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    Reading<List<T>> between(Instant from, Instant until, UnaryOperator<Kql> restricted) {
        Instant oldest = clock.now().minus(ThreatHunting.KEPT).plus(MARGIN);
        if (!oldest.isBefore(until)) {
            throw new TenantException(notKept(oldest));
        }
        Instant beginning = from.isBefore(oldest) ? oldest : from;
        Kql query = restricted.apply(Kql.of(table, beginning, until)).newest(ThreatHunting.MOST_ROWS + 1);
        Completeness kept = from.isBefore(oldest)
                ? new Incomplete(attempted + ": what was before " + oldest + " is not kept any more.")
                : Completeness.complete();
        try {
            return told(run(query), kept);
        } catch (TenantException e) {
            throw new TenantException(licensed().reason(e.failure()), e);
        }
    }

    private Sent<List<Optional<T>>> run(Kql query) {
        JsonObject body = new JsonObject();
        body.addProperty("Query", query.text());
        body.addProperty("Timespan", "P" + ThreatHunting.KEPT.toDays() + "D");
        Call call = graph.call(
                Need.HUNT, attempted, "POST", V1 + "/security/runHuntingQuery", body.toString(), Repeat.READ);
        return graph.send(Need.HUNT, call.shownAs(call.shown() + " " + query.text()), Expectation.success(this::rows));
    }

    private List<Optional<T>> rows(Response response) {
        JsonItem body = StrictJson.object(response.body());
        if (!body.has("results")) {
            throw new UnreadableJson("The answer has no member results");
        }
        return body.items("results").stream().map(HuntingRow::new).map(row).toList();
    }

    private Reading<List<T>> told(Sent<List<Optional<T>>> sent, Completeness kept) {
        List<Optional<T>> rows = sent.value();
        Completeness completeness = kept;
        if (rows.size() > ThreatHunting.MOST_ROWS) {
            completeness = completeness.and(new Incomplete(attempted + ": there are more than "
                    + ThreatHunting.MOST_ROWS + " rows, and only the newest were read."));
        }
        if (!rows.stream().allMatch(Optional::isPresent)) {
            completeness = completeness.and(
                    new Incomplete(attempted + ": rows whose time is missing or makes no sense were left out."));
        }
        if (rows.isEmpty() && completeness instanceof Completeness.Complete) {
            completeness = licensed().completeness();
        }
        List<T> asked = rows.stream()
                .limit(ThreatHunting.MOST_ROWS)
                .flatMap(Optional::stream)
                .filter(fits)
                .toList();
        return new Reading<>(asked, completeness, sent.answer().date(), List.of(sent.answer()));
    }

    private Failure notKept(Instant oldest) {
        return new Failure(
                Reason.NOT_AVAILABLE,
                attempted,
                0,
                "",
                "",
                "",
                "Hunting goes back to " + oldest + "; what was before is not kept any more.",
                "Look into the message trace, and ask those who were sent the mail.");
    }

    private Licensed licensed() {
        return new Licensed(
                new GraphDirectory(graph)::fetchServicePlanIds,
                Licensed.HUNTS_MAIL,
                attempted,
                "The tenant has no Plan 2 of Defender for Office 365, so it cannot be hunted: nothing found does not mean that nothing"
                        + " was there.",
                "Read the report of Safe Links where the tenant has it, and the message trace; ask those who were sent the mail.");
    }
}
