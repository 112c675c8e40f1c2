/** Tests of a whole tenant over real ports. */
@NullMarked
package dev.cordon.simulator;

import org.jspecify.annotations.NullMarked;
