/** Tests of the sinks over a real port. */
@NullMarked
package dev.cordon.simulator.sinks;

import org.jspecify.annotations.NullMarked;
