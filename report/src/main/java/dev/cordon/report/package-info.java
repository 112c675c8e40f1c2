/**
 * The incident report and what is told to people: built from the journal's fold, its entries, the exhibits and the attack summary, all
 * handed in. No input or output; rendering goes to strings. Empty fields are the list of work left.
 */
@NullMarked
package dev.cordon.report;

import org.jspecify.annotations.NullMarked;
