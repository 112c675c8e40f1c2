/** Tests of the truth area over a real port. */
@NullMarked
package dev.cordon.simulator.truth;

import org.jspecify.annotations.NullMarked;
