package dev.cordon.simulator.state;

/**
 * Why something happens: who asked, and in which request.
 *
 * @param correlationId the request id; audit rows carry it
 */
public record Cause(Actor actor, String correlationId) {

    /** The tenant's own doing. */
    public static final Cause SERVICE = new Cause(Actor.SERVICE, "00000000-0000-0000-0000-000000000000");
}
