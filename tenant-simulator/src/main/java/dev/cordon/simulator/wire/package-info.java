/** One request and one answer, whatever server carries them, and the log of all of them. Depends on state and JSON. */
@NullMarked
package dev.cordon.simulator.wire;

import org.jspecify.annotations.NullMarked;
