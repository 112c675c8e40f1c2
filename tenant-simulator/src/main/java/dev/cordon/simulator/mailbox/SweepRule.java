package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/** A sweep rule: cleans up by sender; listed by a cmdlet of its own. {@code details} has the cmdlet's names. */
public record SweepRule(String id, String ownerId, String name, boolean enabled, Instant created, JsonObject details) {

    /** All sweep rules, by id. */
    public static final TableKey<SweepRule> TABLE = new TableKey<>("sweep-rules", SweepRule.class);

    /** Copies the details. */
    public SweepRule {
        details = details.deepCopy();
    }

    /** The same rule, enabled or not. */
    public SweepRule withEnabled(boolean on) {
        return new SweepRule(id, ownerId, name, on, created, details);
    }
}
