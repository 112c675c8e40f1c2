/**
 * What is really so: what the attacker still has and can do, what was harmed, what was removed that should have stayed.
 * Answers {@code GET /truth} of the control API. Reads everything, changes nothing.
 */
@NullMarked
package dev.cordon.simulator.truth;

import org.jspecify.annotations.NullMarked;
