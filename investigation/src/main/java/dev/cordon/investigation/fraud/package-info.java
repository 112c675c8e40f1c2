/**
 * Business e-mail compromise: what speaks for it, which mails the attacker sent and to whom, how far it has come, and what money can still be
 * held or called back.
 *
 * <p>Pure functions over records without input, output or clock; the order of what they are given changes nothing. Depends on
 * {@code investigation}, its {@code records}, {@code reconstruction} and {@code lines}, and on {@code tenant} and {@code evidence}.
 */
@NullMarked
package dev.cordon.investigation.fraud;

import org.jspecify.annotations.NullMarked;
