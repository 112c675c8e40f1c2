package dev.cordon.simulator.traces;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.time.Chance;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A trace as Graph shows it, and what happened on the mail's way (C9, C10, X19, X20). */
public final class TraceShapes {

    private TraceShapes() {}

    /** The trace's id: one for a message, whoever it goes to. */
    public static String id(Trace trace, Chance chance) {
        return id(trace.messageId(), trace.sender(), chance);
    }

    /** The same for a message that may not be in the trace by now. */
    public static String id(String messageId, String sender, Chance chance) {
        return Message.networkMessageId(messageId, sender, chance);
    }

    static JsonObject graph(Trace trace, Chance chance) {
        return Json.object(
                "id", id(trace, chance),
                "messageId", trace.messageId(),
                "senderAddress", trace.sender(),
                "recipientAddress", trace.recipient(),
                "subject", trace.subject(),
                "receivedDateTime", Json.time(trace.received()),
                "status",
                        trace.status().substring(0, 1).toLowerCase(Locale.ROOT)
                                + trace.status().substring(1),
                "fromIP", trace.fromIp(),
                "toIP", toIp(trace),
                "size", trace.size());
    }

    /** Where it was handed on to, or nothing where it stayed. */
    public static String toIp(Trace trace) {
        return List.of("Failed", "Quarantined").contains(trace.status()) ? "" : "192.0.2.200";
    }

    /** One stop on the way. */
    public record Stop(Instant at, String event, String action, String detail) {}

    /** The stops of a mail. */
    public static List<Stop> stops(Trace trace) {
        var at = trace.received();
        var last = switch (trace.status()) {
            case "Failed" -> new Stop(at.plusSeconds(3), "Fail", "RejectMessage", "550 5.7.520 Access denied.");
            case "Quarantined" -> new Stop(at.plusSeconds(3), "Quarantine", "", "The message was quarantined.");
            case "FilteredAsSpam" ->
                new Stop(at.plusSeconds(3), "Deliver", "", "The message was delivered to the Junk Email folder.");
            default -> new Stop(at.plusSeconds(3), "Deliver", "", "The message was successfully delivered.");
        };
        return List.of(new Stop(at, "Receive", "", "Message received by: simulated"), last);
    }
}
