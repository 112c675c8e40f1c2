/**
 * What lives in mailboxes and in the mail flow: settings, folders, rules, permissions, messages, transport rules,
 * connectors. State only; the Exchange and mail areas speak the wire. Depends on state, time and the scenario.
 */
@NullMarked
package dev.cordon.simulator.mailbox;

import org.jspecify.annotations.NullMarked;
