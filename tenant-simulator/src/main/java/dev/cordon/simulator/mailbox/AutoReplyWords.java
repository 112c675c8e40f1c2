package dev.cordon.simulator.mailbox;

import java.util.Locale;
import java.util.Map;

/**
 * Exchange's words for automatic replies beside Graph's.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/set-mailboxautoreplyconfiguration">the cmdlet</a>
 * @see <a href="https://learn.microsoft.com/graph/api/resources/automaticrepliessetting">Graph's resource</a>
 */
public final class AutoReplyWords {

    private static final Map<String, String> STATES =
            Map.of("disabled", "Disabled", "alwaysenabled", "Enabled", "scheduled", "Scheduled");
    private static final Map<String, String> AUDIENCES = Map.of("none", "None", "contactsonly", "Known", "all", "All");

    private AutoReplyWords() {}

    /** Exchange's {@code AutoReplyState} for Graph's {@code status}; an unknown word stays. */
    public static String state(String graph) {
        return STATES.getOrDefault(graph.toLowerCase(Locale.ROOT), graph);
    }

    /** Exchange's {@code ExternalAudience} for Graph's; an unknown word stays. */
    public static String audience(String graph) {
        return AUDIENCES.getOrDefault(graph.toLowerCase(Locale.ROOT), graph);
    }

    /** Graph's {@code status} for Exchange's state. */
    public static String graphState(String exchange) {
        return exchange.equalsIgnoreCase("Enabled") ? "alwaysEnabled" : exchange.toLowerCase(Locale.ROOT);
    }

    /** Graph's {@code externalAudience} for Exchange's. */
    public static String graphAudience(String exchange) {
        return exchange.equalsIgnoreCase("Known") ? "contactsOnly" : exchange.toLowerCase(Locale.ROOT);
    }
}
