/** Checks Graph answers against Microsoft's published schema. */
@NullMarked
package dev.cordon.simulator.schema;

import org.jspecify.annotations.NullMarked;
