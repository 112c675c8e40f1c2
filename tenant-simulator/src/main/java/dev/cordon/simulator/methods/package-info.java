/** Authentication methods, passes, password resets by operation, and the registration report. An area of Graph. */
@NullMarked
package dev.cordon.simulator.methods;

import org.jspecify.annotations.NullMarked;
