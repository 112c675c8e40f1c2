/**
 * Judges what stands in a file of JSON Lines by itself: inbox rules, sign-ins and consents as Graph writes them, one per line, where nothing
 * is known but the line, and of sign-ins the file; and the sign-ins of a whole tenant in the same way.
 *
 * <p>Pure functions without clock; only {@link dev.cordon.investigation.lines.LineFile} reads bytes, which it is handed. May depend on the package above, on
 * {@code records} for the spelling of addresses, and on {@code incident}. Everything here was perhaps written by an attacker: a line that cannot be read is named with the reason and stops
 * no other.
 */
@NullMarked
package dev.cordon.investigation.lines;

import org.jspecify.annotations.NullMarked;
