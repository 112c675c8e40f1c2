/**
 * What logs and Microsoft's products tell that a person should look at: rows in, findings out. Each row that matters is read into a {@link
 * dev.cordon.investigation.review.Meaning}; rows about the same thing are one finding, which says whether it is still there. Pure functions:
 * the order of the rows, rows that come twice, the time zone and the language of the machine change nothing.
 *
 * <p>Depends on {@code investigation}, its {@code records}, {@code lines} (sign-ins that were judged) and {@code facts}, and on {@code tenant}. Every text of a row was perhaps written by an
 * attacker: what is the service's own housekeeping is known by what the service alone can write, never by a name.
 */
@NullMarked
package dev.cordon.investigation.review;

import org.jspecify.annotations.NullMarked;
