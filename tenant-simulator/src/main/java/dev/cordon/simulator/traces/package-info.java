/**
 * The message trace: a row for every recipient of every mail that was sent, received or forwarded (C9, C10, X19, X20).
 * Depends on mailbox, graph, state.
 */
@NullMarked
package dev.cordon.simulator.traces;

import org.jspecify.annotations.NullMarked;
