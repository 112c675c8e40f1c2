package dev.cordon.simulator.sinks;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One message as it was accepted for its readers.
 *
 * @param at tenant time
 * @param caller which side sent it
 * @param from address or UPN of whom it is said to come from; empty where nobody is named
 * @param to addresses, UPNs, or the name of the channel
 * @param text without marks of HTML
 * @param requestId the request that brought it
 */
public record Dispatch(
        Kind kind,
        Instant at,
        Caller caller,
        String from,
        List<String> to,
        String subject,
        String text,
        String requestId) {

    private static final TableKey<Dispatch> TABLE = new TableKey<>("dispatches", Dispatch.class);

    /** By which way. */
    public enum Kind {
        MAIL,
        CHAT,
        WEBHOOK;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    public Dispatch {
        to = List.copyOf(to);
    }

    /** Keeps it with the state, so that a restore takes it back. */
    public void keep(TenantState state) {
        state.atomically(() -> {
            var table = state.table(TABLE);
            table.put(String.valueOf(table.all().size()), this);
        });
    }

    /** All of the tenant, oldest first. */
    static List<Dispatch> of(TenantState state) {
        return state.table(TABLE).all();
    }

    JsonObject json() {
        return Json.object(
                "kind", kind.word(),
                "at", Json.exactTime(at),
                "caller", caller == Caller.SERVICE ? null : caller.text(),
                "from", from,
                "to", to,
                "subject", subject,
                "text", text,
                "requestId", requestId);
    }
}
