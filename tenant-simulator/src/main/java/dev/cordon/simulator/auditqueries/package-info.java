/**
 * Searching the unified audit log over Graph: queries that run for a while and then give their records in pages (D6-D8).
 * Depends on exchange, graph, state.
 */
@NullMarked
package dev.cordon.simulator.auditqueries;

import org.jspecify.annotations.NullMarked;
