/** Tests. */
@NullMarked
package dev.cordon.simulator.odata;

import org.jspecify.annotations.NullMarked;
