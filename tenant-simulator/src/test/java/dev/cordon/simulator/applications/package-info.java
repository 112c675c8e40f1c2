/** Tests of applications and consents. */
@NullMarked
package dev.cordon.simulator.applications;

import org.jspecify.annotations.NullMarked;
