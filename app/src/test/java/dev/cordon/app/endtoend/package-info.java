/** The whole product against the simulated tenant, over real ports: every room as it ships, nothing replaced. */
@NullMarked
package dev.cordon.app.endtoend;

import org.jspecify.annotations.NullMarked;
