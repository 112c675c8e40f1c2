/** Tests of authentication methods. */
@NullMarked
package dev.cordon.simulator.methods;

import org.jspecify.annotations.NullMarked;
