package dev.cordon.simulator.control;

/** A control request that cannot be done; the message says why. */
public final class ControlRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** A refusal with that status. */
    public ControlRefusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
