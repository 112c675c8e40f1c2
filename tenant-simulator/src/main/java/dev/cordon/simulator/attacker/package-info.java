/**
 * The attacker: holds stolen sessions, knows a password, follows his plan on the tenant's clock and reacts to what
 * happens to his things. He speaks the wire like everybody else and never edits state. Depends on identity, state, wire.
 */
@NullMarked
package dev.cordon.simulator.attacker;

import org.jspecify.annotations.NullMarked;
