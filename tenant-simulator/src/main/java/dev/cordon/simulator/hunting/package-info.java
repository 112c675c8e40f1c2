/**
 * Advanced hunting (E6-E8): a part of the Kusto query language over the tables of mail and clicks. What it does not
 * understand it refuses. Depends on campaigns, clicks, traces, graph.
 */
@NullMarked
package dev.cordon.simulator.hunting;

import org.jspecify.annotations.NullMarked;
