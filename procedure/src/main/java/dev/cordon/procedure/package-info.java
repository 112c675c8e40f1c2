/**
 * What a procedure is: steps, their order with the reason for it, and the items and outcomes a run works with.
 *
 * <p>Pure values. Depends on the incident and evidence rooms; {@code procedure.journal} and {@code procedure.engine} stand on it.
 */
@NullMarked
package dev.cordon.procedure;

import org.jspecify.annotations.NullMarked;
