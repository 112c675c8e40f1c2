/**
 * The Exchange admin endpoint that Microsoft's own module speaks: cmdlets over HTTP, with its error shapes, warnings,
 * paging and batches. Depends on audits, mailbox, identity, faults, throttling, wire, state.
 */
@NullMarked
package dev.cordon.simulator.exchange;

import org.jspecify.annotations.NullMarked;
