package dev.cordon.procedure.engine;

import dev.cordon.procedure.StepId;

/**
 * Holds steps of one run back for a reason that lies outside it: another run that has to be as far first. The order of the procedure
 * is the run's own affair; a step that the order frees still waits for the gate. Every method is called on the run's driving thread; the
 * gate may call back on any.
 */
public interface StepGate {
    /**
     * The run begins.
     *
     * @param moved to be called whenever a step that was held back may have become free; never blocks
     */
    void begin(Runnable moved);

    /** Whether {@code step} may start now. Asked again after every end of a step and after {@code moved}. */
    boolean lets(StepId step);

    /** The service has accepted the step's change. */
    void answered(StepId step);

    /** The step has come to an end, of whatever kind. */
    void ended(StepId step);

    /** The run is over, however it ended: nobody may wait for it any more. Idempotent. */
    void over();

    /** A gate that holds nothing back. */
    static StepGate open() {
        return OpenGate.OPEN;
    }
}
