/** Fills an empty tenant with what its scenario says stands in it at the start. Depends on identity, state, scenario. */
@NullMarked
package dev.cordon.simulator.founding;

import org.jspecify.annotations.NullMarked;
