package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Attacker.Event;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody beside responder and attacker does: a managed SOC, a colleague. Once, at a time or after an event.
 *
 * @param by the account that acts
 * @param after how long after the event (or after {@code at}); zero if absent
 * @param user the account it is done to
 * @param match id of the planted rule to remove
 */
public record OtherHand(
        String by,
        @Nullable Instant at,
        @Nullable Event when,
        Duration after,
        Act act,
        String user,
        @Nullable String match) {

    /** What he does. */
    public enum Act {
        REVOKE,
        RESET_PASSWORD,
        DISABLE,
        ENABLE,
        REMOVE_RULE
    }

    /** Refuses acts that have no trigger, or two, and removals of nothing. */
    public OtherHand {
        if ((at == null) == (when == null)) {
            throw new IllegalArgumentException("an act needs either at or when");
        }
        if ((act == Act.REMOVE_RULE) == (match == null)) {
            throw new IllegalArgumentException("match stands beside remove-rule, and nowhere else");
        }
    }
}
