/** Planned failures: which requests they meet and what they do to the answer. Depends on wire and the scenario. */
@NullMarked
package dev.cordon.simulator.faults;

import org.jspecify.annotations.NullMarked;
