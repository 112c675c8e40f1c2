/** Tests of frauds by mail over a real port. */
@NullMarked
package dev.cordon.simulator.fraud;

import org.jspecify.annotations.NullMarked;
