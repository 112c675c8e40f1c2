/** Devices registered in the directory. Depends on graph, state. */
@NullMarked
package dev.cordon.simulator.devices;

import org.jspecify.annotations.NullMarked;
