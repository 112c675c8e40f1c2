/** Tests of what the directory's audits name. */
@NullMarked
package dev.cordon.simulator.audits;

import org.jspecify.annotations.NullMarked;
