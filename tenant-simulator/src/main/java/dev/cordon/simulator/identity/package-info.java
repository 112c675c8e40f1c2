/** Who somebody is and what he may do: tokens, permissions, directory roles. Depends on state, wire and JSON. */
@NullMarked
package dev.cordon.simulator.identity;

import org.jspecify.annotations.NullMarked;
