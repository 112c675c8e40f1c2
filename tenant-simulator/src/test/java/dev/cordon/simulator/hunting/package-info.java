@NullMarked
package dev.cordon.simulator.hunting;

import org.jspecify.annotations.NullMarked;
