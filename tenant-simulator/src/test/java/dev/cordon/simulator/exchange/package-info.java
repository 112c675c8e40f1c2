/** Tests of the exchange area over a real port. */
@NullMarked
package dev.cordon.simulator.exchange;

import org.jspecify.annotations.NullMarked;
