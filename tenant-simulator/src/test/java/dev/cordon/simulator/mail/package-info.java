/** Tests of the area over a real port. */
@NullMarked
package dev.cordon.simulator.mail;

import org.jspecify.annotations.NullMarked;
