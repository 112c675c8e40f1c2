/** Tests. */
@NullMarked
package dev.cordon.simulator.time;

import org.jspecify.annotations.NullMarked;
