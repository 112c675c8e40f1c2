/**
 * What is true in the tenant: versioned tables of immutable objects, one append-only event log, one lock. Areas bring
 * their own table keys. Depends on time and JSON only.
 */
@NullMarked
package dev.cordon.simulator.state;

import org.jspecify.annotations.NullMarked;
