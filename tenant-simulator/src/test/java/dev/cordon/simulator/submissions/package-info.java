@NullMarked
package dev.cordon.simulator.submissions;

import org.jspecify.annotations.NullMarked;
