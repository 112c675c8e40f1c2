/**
 * What the tenant writes down: sign-ins, directory audits, risk, security incidents. Rows derive from the event log and
 * the scenario's history, and show as late as real ones. Depends on audits, graph, population, state, licences.
 */
@NullMarked
package dev.cordon.simulator.logs;

import org.jspecify.annotations.NullMarked;
