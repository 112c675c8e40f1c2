/**
 * The Graph protocol: versions, paths, tokens, permissions, query options, paging, batches, errors. Areas bring routes.
 * Depends on identity, odata, throttling, wire, state.
 */
@NullMarked
package dev.cordon.simulator.graph;

import org.jspecify.annotations.NullMarked;
