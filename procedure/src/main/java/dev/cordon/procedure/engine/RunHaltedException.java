package dev.cordon.procedure.engine;

/** The run cannot go on, because a fact could not be made durable; unwinds a step's thread. */
final class RunHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunHaltedException(Throwable cause) {
        super("the run was halted", cause);
    }
}
