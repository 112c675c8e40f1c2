package dev.cordon.simulator.traces;

import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The message trace over Graph (C9, C10): ten days at a time, ninety days back, 48 hours where nothing is said. */
public final class TraceRoutes implements GraphArea {

    private static final String TRACES = "/admin/exchange/tracing/messageTraces";
    private static final Permit READ =
            Permit.anyOf("ExchangeMessageTrace.Read.All").roles("Exchange Administrator", "Global Reader");
    private static final Pattern FROM =
            Pattern.compile("receivedDateTime\\s+g[et]\\s+([0-9T:.Z+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO =
            Pattern.compile("receivedDateTime\\s+l[et]\\s+([0-9T:.Z+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECIPIENT =
            Pattern.compile("getDetailsByRecipient\\(recipientAddress='([^']*)'\\)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OUTLINED = Set.of(
            "id",
            "messageId",
            "senderAddress",
            "recipientAddress",
            "subject",
            "receivedDateTime",
            "status",
            "fromIP",
            "toIP",
            "size");

    @Override
    public String name() {
        return "message trace";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                GraphRoute.get(TRACES, READ, "C9", TraceRoutes::traces).bucket("message-trace"),
                GraphRoute.get(TRACES + "/{trace}/{details}", READ, "C10", TraceRoutes::details)
                        .bucket("message-trace"));
    }

    private static WireResponse traces(GraphCall call) {
        var filter = call.request().parameters().getOrDefault("$filter", "");
        var to = time(TO, filter).orElse(call.now());
        var from = time(FROM, filter).orElse(to.minus(Duration.ofDays(2)));
        if (Duration.between(from, to).compareTo(Duration.ofDays(10)) > 0) {
            throw TraceErrors.invalid("The time between the start and the end date can be 10 days at most.");
        }
        if (from.isBefore(call.now().minus(MessageTraces.KEPT))) {
            throw TraceErrors.invalid("The start date can lie 90 days back at most.");
        }
        var chance = call.state().chance();
        var rows = new MessageTraces(call.state())
                .rows().stream()
                        .filter(trace -> !trace.received().isBefore(from)
                                && !trace.received().isAfter(to))
                        .map(trace -> new Pages.Unwritten(
                                () -> TraceShapes.graph(trace, chance), () -> TraceShapes.graph(trace, chance)))
                        .toList();
        return Pages.plain("admin/exchange/tracing/messageTraces", 1000, 5000)
                .uneven(call.state().scenario().searches().shortPages())
                .answer(call, rows, OUTLINED, "receivedDateTime desc");
    }

    private static Optional<Instant> time(Pattern pattern, String filter) {
        var matcher = pattern.matcher(filter);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(matcher.group(1)).toInstant());
        } catch (DateTimeException malformed) {
            throw TraceErrors.invalid("'" + matcher.group(1) + "' is no time.");
        }
    }

    private static WireResponse details(GraphCall call) {
        var named = RECIPIENT.matcher(call.variable("details"));
        if (!named.matches()) {
            throw TraceErrors.notFound();
        }
        var chance = call.state().chance();
        var trace = new MessageTraces(call.state())
                .rows().stream()
                        .filter(row -> TraceShapes.id(row, chance).equals(call.variable("trace"))
                                && row.recipient().equalsIgnoreCase(named.group(1)))
                        .findFirst()
                        .orElseThrow(TraceErrors::notFound);
        return Pages.plain("Collection(microsoft.graph.exchangeMessageTraceDetail)", 100, 1000)
                .answer(
                        call,
                        TraceShapes.stops(trace).stream()
                                .map(stop -> Json.object(
                                        "id", chance.guid("stop", trace.key(), stop.event()),
                                        "date", stop.at(),
                                        "event", stop.event(),
                                        "action", stop.action(),
                                        "description", stop.detail(),
                                        "data", ""))
                                .toList());
    }
}
