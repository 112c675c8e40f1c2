package dev.cordon.simulator.state;

import org.jspecify.annotations.Nullable;

/**
 * Why something happens: who asked, and in which request.
 *
 * @param correlationId the request id; audit rows carry it
 * @param command the cmdlet, or null where it was none
 */
public record Cause(
        Actor actor, String correlationId, @Nullable Command command) {

    /** A cause that is no cmdlet. */
    public Cause(Actor actor, String correlationId) {
        this(actor, correlationId, null);
    }

    /** The tenant's own doing. */
    public static final Cause SERVICE = new Cause(Actor.SERVICE, "00000000-0000-0000-0000-000000000000");
}
