/**
 * The scenario file: what stands in the simulated tenant at the start, how slow and unreliable it is, and what the
 * attacker will do. Records, the strict loader and the scenarios that ship with the program. Depends on nothing of ours.
 */
@NullMarked
package dev.cordon.simulator.scenario;

import org.jspecify.annotations.NullMarked;
