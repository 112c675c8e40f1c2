/**
 * The run journal: every fact about an incident in the order it happened, and the incident's present state as the fold of them.
 *
 * <p>May depend on the procedure's values, the incident and the evidence; never on the engine.
 */
@NullMarked
package dev.cordon.procedure.journal;

import org.jspecify.annotations.NullMarked;
