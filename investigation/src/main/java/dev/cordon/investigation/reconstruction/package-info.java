/**
 * What the attacker did, reconstructed from the rows of logs: whose each row is, what mail he accessed, searched, forwarded, sent and
 * deleted, and what else he touched. Pure functions over rows that are walked as a stream; the order of the rows and rows that come again
 * change nothing. Nothing is claimed beyond what was seen, and "none found" always says what was looked at (docs/decisions/0027).
 *
 * <p>Depends on {@code investigation} and {@code investigation.records}, and on {@code evidence} for the exhibits that prove a row.
 */
@NullMarked
package dev.cordon.investigation.reconstruction;

import org.jspecify.annotations.NullMarked;
