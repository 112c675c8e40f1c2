package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.traces.MessageTraces;
import dev.cordon.simulator.traces.Trace;
import dev.cordon.simulator.traces.TraceShapes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The message trace: at most ten days and five thousand rows at a time, ninety days back; a warning alone says that there
 * is more, and the caller goes on from the last row (X19, X20). The warning's words are from memory.
 */
final class TraceCmdlets {

    private static final int MOST = 5000;

    private TraceCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(
                Cmdlet.of(
                                "Get-MessageTraceV2",
                                Access.ORGANISATION_READ,
                                "StartDate EndDate SenderAddress RecipientAddress StartingRecipientAddress MessageId"
                                        + " MessageTraceId Subject SubjectFilterType Status FromIP ToIP",
                                "X19",
                                TraceCmdlets::traces)
                        .bucket("message-trace"),
                Cmdlet.of(
                                "Get-MessageTraceDetailV2",
                                Access.ORGANISATION_READ,
                                "MessageTraceId RecipientAddress StartDate EndDate SenderAddress",
                                "X20",
                                TraceCmdlets::details)
                        .bucket("message-trace"),
                Cmdlet.of(
                        "Get-MessageTrace",
                        Access.ORGANISATION_READ,
                        "StartDate EndDate SenderAddress RecipientAddress Page PageSize MessageId MessageTraceId Status",
                        "X19",
                        _ -> {
                            throw CmdletRefusal.invalid(
                                    "Get-MessageTrace is no longer available. Use Get-MessageTraceV2 instead.");
                        }));
    }

    private static CmdletResult traces(CmdletCall call) {
        var now = call.state().now();
        if (call.has("StartDate") != call.has("EndDate")) {
            throw CmdletRefusal.invalid("StartDate and EndDate have to be given together.");
        }
        var end = call.has("EndDate") ? AuditCmdlets.time(call, "EndDate") : now;
        var start = call.has("StartDate") ? AuditCmdlets.time(call, "StartDate") : end.minus(Duration.ofDays(2));
        if (start.isAfter(end) || Duration.between(start, end).compareTo(Duration.ofDays(10)) > 0) {
            throw CmdletRefusal.invalid("The time between StartDate and EndDate can be 10 days at most.");
        }
        if (start.isBefore(now.minus(MessageTraces.KEPT))) {
            throw CmdletRefusal.invalid("StartDate can lie 90 days back at most.");
        }
        var size = call.find("ResultSize").map(Integer::valueOf).orElse(1000);
        if (size < 1 || size > MOST) {
            throw CmdletRefusal.invalid("The ResultSize has to lie between 1 and 5000.");
        }
        var cursor = call.find("StartingRecipientAddress");
        var met = new MessageTraces(call.state())
                .rows().stream()
                        .filter(trace -> isWithin(trace, start, end, cursor) && matches(call, trace))
                        .toList();
        var shown = met.subList(0, Math.min(size, met.size()));
        return new CmdletResult(
                shown.stream().map(trace -> row(call, trace)).toList(),
                met.size() > size ? List.of(more(start, shown.getLast())) : List.of(),
                null);
    }

    /** With a cursor, the rows of the last second from that recipient on, him included, and all earlier ones. */
    private static boolean isWithin(Trace trace, Instant start, Instant end, Optional<String> cursor) {
        var at = trace.received();
        if (at.isBefore(start) || at.isAfter(end)) {
            return false;
        }
        return cursor.isEmpty()
                || at.getEpochSecond() < end.getEpochSecond()
                || trace.recipient().compareTo(cursor.get()) >= 0;
    }

    private static boolean matches(CmdletCall call, Trace trace) {
        return isAmong(call, "SenderAddress", trace.sender())
                && isAmong(call, "RecipientAddress", trace.recipient())
                && isAmong(call, "MessageId", trace.messageId())
                && isAmong(call, "Status", trace.status())
                && isAmong(call, "FromIP", trace.fromIp())
                && (!call.has("MessageTraceId")
                        || isAmong(
                                call,
                                "MessageTraceId",
                                TraceShapes.id(trace, call.state().chance())))
                && subject(call, trace);
    }

    private static boolean isAmong(CmdletCall call, String parameter, String value) {
        var wanted = call.texts(parameter);
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }

    private static boolean subject(CmdletCall call, Trace trace) {
        var words = call.find("Subject").map(text -> text.toLowerCase(Locale.ROOT));
        if (words.isEmpty()) {
            return true;
        }
        var subject = trace.subject().toLowerCase(Locale.ROOT);
        return switch (call.find("SubjectFilterType").orElse("Contains").toLowerCase(Locale.ROOT)) {
            case "startswith" -> subject.startsWith(words.get());
            case "endswith" -> subject.endsWith(words.get());
            default -> subject.contains(words.get());
        };
    }

    private static String more(Instant start, Trace last) {
        return "There are more results, use the following command to get more. Get-MessageTraceV2 -StartDate \""
                + Rows.time(start) + "\" -EndDate \"" + Rows.time(last.received())
                + "\" -StartingRecipientAddress \"" + last.recipient() + "\"";
    }

    private static JsonObject row(CmdletCall call, Trace trace) {
        return Json.object(
                "MessageTraceId", TraceShapes.id(trace, call.state().chance()),
                "MessageId", trace.messageId(),
                "Received", Rows.time(trace.received()),
                "SenderAddress", trace.sender(),
                "RecipientAddress", trace.recipient(),
                "Subject", trace.subject(),
                "Status", trace.status(),
                "FromIP", trace.fromIp(),
                "ToIP", TraceShapes.toIp(trace),
                "Size", trace.size());
    }

    private static CmdletResult details(CmdletCall call) {
        var id = call.text("MessageTraceId");
        var recipient = call.text("RecipientAddress");
        return CmdletResult.of(new MessageTraces(call.state())
                .rows().stream()
                        .filter(trace -> trace.recipient().equalsIgnoreCase(recipient)
                                && TraceShapes.id(trace, call.state().chance()).equals(id))
                        .flatMap(trace -> TraceShapes.stops(trace).stream()
                                .map(stop -> Json.object(
                                        "MessageTraceId", id,
                                        "MessageId", trace.messageId(),
                                        "Date", Rows.time(stop.at()),
                                        "Event", stop.event(),
                                        "Action", stop.action(),
                                        "Detail", stop.detail(),
                                        "Data", "")))
                        .toList());
    }
}
