package dev.cordon.procedure.engine;

import dev.cordon.procedure.journal.RunState;

/**
 * How a run ended.
 *
 * @param interrupted whether it was stopped from outside before all steps had ended; what is left is done by running it again
 * @param state what the incident is now
 */
public record RunEnd(boolean interrupted, RunState state) {}
