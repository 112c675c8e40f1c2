/**
 * What is really so about frauds by mail: which mails, to whom, what they ask for, what the attacker knew, and whether any
 * account of ours is touched at all. Reads everything, changes nothing. Depends on mailbox, traces, state and the scenario.
 */
@NullMarked
package dev.cordon.simulator.fraud;

import org.jspecify.annotations.NullMarked;
