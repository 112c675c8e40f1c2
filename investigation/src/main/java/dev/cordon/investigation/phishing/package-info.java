/**
 * What became of a phishing mail: whether a page was reached, who else has the mail, what may be blocked, and what is to be done first.
 *
 * <p>Pure functions over records without input, output or clock; the order of what they are given changes nothing. Nothing is fetched that a
 * link leads to. Depends on {@code investigation}, its {@code records}, {@code lines} and {@code fraud}, and on {@code tenant}.
 */
@NullMarked
package dev.cordon.investigation.phishing;

import org.jspecify.annotations.NullMarked;
