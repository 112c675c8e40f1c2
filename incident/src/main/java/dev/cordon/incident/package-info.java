/**
 * The case: who it is about, what kind it is, how bad it is, where it stands, and which clocks run.
 *
 * <p>Pure values without input or output; every other room of the domain may depend on this one, and it depends on nothing.
 */
@NullMarked
package dev.cordon.incident;

import org.jspecify.annotations.NullMarked;
