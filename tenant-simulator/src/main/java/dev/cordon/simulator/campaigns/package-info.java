/**
 * Mail that goes to many: what became of it for each recipient, and who followed its links. Depends on mailbox, blocklist,
 * licences, state.
 */
@NullMarked
package dev.cordon.simulator.campaigns;

import org.jspecify.annotations.NullMarked;
