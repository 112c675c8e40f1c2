package dev.cordon.procedure.engine;

import java.util.Optional;

/** Says what an exception of a call means; given to the engine so that it knows no types of the tenant. Safe for many threads. */
@FunctionalInterface
public interface FailureClassifier {
    /** Total: what it does not recognise it calls unknown, never refused. */
    CallFailure classify(Exception exception);

    /** Why something could not be read, where the exception is known and no fault of this program. */
    default Optional<CallFailure> recognise(Throwable thrown) {
        return Optional.empty();
    }
}
