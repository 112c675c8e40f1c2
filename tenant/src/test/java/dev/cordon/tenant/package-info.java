/** Doubles of a tenant's areas, in memory, and the contract suites that they pass together with the real thing. */
@NullMarked
package dev.cordon.tenant;

import org.jspecify.annotations.NullMarked;
