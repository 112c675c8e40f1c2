/** Tests of the area over a real port. */
@NullMarked
package dev.cordon.simulator.auditqueries;

import org.jspecify.annotations.NullMarked;
