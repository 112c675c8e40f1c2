/**
 * Carrying a procedure out: which step runs when, the gate before anything is destroyed, intent before effect, and resuming.
 *
 * <p>Knows nothing of Microsoft 365: the steps' performers are given to it, and so is the meaning of their exceptions.
 */
@NullMarked
package dev.cordon.procedure.engine;

import org.jspecify.annotations.NullMarked;
