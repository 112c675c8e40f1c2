/**
 * Content searches over all mailboxes and what is purged by them (E18): they take minutes, see what is indexed, and know the
 * cloud's mailboxes alone. Depends on mailbox, campaigns, state.
 */
@NullMarked
package dev.cordon.simulator.contentsearch;

import org.jspecify.annotations.NullMarked;
