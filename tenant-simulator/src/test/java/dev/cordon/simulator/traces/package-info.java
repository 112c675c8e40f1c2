/** Tests of the area over a real port. */
@NullMarked
package dev.cordon.simulator.traces;

import org.jspecify.annotations.NullMarked;
