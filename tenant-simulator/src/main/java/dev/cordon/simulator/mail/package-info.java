/**
 * Mail at Graph: visible rules, mailbox settings, folders, messages, sending. Delegated tokens reach the own mailbox
 * alone. Depends on mailbox, graph, state.
 */
@NullMarked
package dev.cordon.simulator.mail;

import org.jspecify.annotations.NullMarked;
