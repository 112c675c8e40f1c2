/** Token buckets in tenant time, by the names of the wire reference, section 3. Depends on state and the scenario. */
@NullMarked
package dev.cordon.simulator.throttling;

import org.jspecify.annotations.NullMarked;
