/**
 * The people nobody named, and how everybody usually works: from where, with what, when. All drawn from the seed.
 * Depends on scenario, time and state only.
 */
@NullMarked
package dev.cordon.simulator.population;

import org.jspecify.annotations.NullMarked;
