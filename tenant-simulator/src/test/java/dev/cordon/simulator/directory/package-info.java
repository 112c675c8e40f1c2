@NullMarked
package dev.cordon.simulator.directory;

import org.jspecify.annotations.NullMarked;
