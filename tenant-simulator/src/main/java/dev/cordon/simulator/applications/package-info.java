/**
 * Applications in the tenant: service principals, delegated grants, application role assignments. Depends on graph,
 * identity, state.
 */
@NullMarked
package dev.cordon.simulator.applications;

import org.jspecify.annotations.NullMarked;
