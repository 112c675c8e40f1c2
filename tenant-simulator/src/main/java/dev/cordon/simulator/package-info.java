/** A Microsoft 365 tenant over HTTPS, with an attacker in it. {@link dev.cordon.simulator.SimulatedTenant} starts one. */
@NullMarked
package dev.cordon.simulator;

import org.jspecify.annotations.NullMarked;
