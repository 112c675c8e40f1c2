/** Tests of the logs area over a real port. */
@NullMarked
package dev.cordon.simulator.logs;

import org.jspecify.annotations.NullMarked;
