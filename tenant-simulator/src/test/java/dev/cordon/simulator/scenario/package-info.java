/** Tests of the scenario files. */
@NullMarked
package dev.cordon.simulator.scenario;

import org.jspecify.annotations.NullMarked;
