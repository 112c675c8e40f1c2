/**
 * Tamper evidence: digests, the hash chain that both the custody log and the run journal are written in, and its heads.
 *
 * <p>Pure values without input or output; depends on nothing.
 */
@NullMarked
package dev.cordon.evidence.chain;

import org.jspecify.annotations.NullMarked;
