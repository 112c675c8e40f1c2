package dev.cordon.procedure.engine;

import dev.cordon.procedure.StepOutcome;

/**
 * Carries one kind of step out. It looks before it acts, changes the tenant through {@link StepContext#carryOut} only, and reads back
 * what it did. It may be called again for a step that was killed on the way. Safe for many threads.
 */
@FunctionalInterface
public interface StepPerformer {
    /**
     * Performs the step on a virtual thread of its own.
     *
     * @throws GateClosedException from the context; the step then ends failed
     * @throws InterruptedException when the hard stop has come; the step then ends indeterminate. A performer that has something to show
     *     for its time catches it and returns {@link StepOutcome.Partial}
     * @throws Exception anything else is our fault; the step then ends indeterminate, and the run goes on by the orderings
     */
    StepOutcome perform(StepContext context) throws Exception;
}
