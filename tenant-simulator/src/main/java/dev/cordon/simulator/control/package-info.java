/** The control API: clock, faults, throttling, licences, request log, secrets, snapshots. Plain HTTP on loopback. */
@NullMarked
package dev.cordon.simulator.control;

import org.jspecify.annotations.NullMarked;
