/**
 * Findings with reasons: what the sign-in log says about an attack, and whether a thing found in an account is the attacker's.
 *
 * <p>Pure functions without input, output or clock. May depend on {@code incident}, {@code evidence} and {@code tenant}. Everything
 * judged here was perhaps written by an attacker: no text may make a judge fail, and texts quoted in reasons are shortened and
 * made visible first.
 */
@NullMarked
package dev.cordon.investigation;

import org.jspecify.annotations.NullMarked;
