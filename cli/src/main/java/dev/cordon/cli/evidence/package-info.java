/** The commands {@code evidence ...}: exhibits and the proof that nobody changed them. */
@NullMarked
package dev.cordon.cli.evidence;

import org.jspecify.annotations.NullMarked;
