/** The tenant's one clock and its seeded chance; depends on nothing of ours. */
@NullMarked
package dev.cordon.simulator.time;

import org.jspecify.annotations.NullMarked;
