/** Procedure files: one definition that is run, printed and exported. */
@NullMarked
package dev.cordon.playbooks.file;

import org.jspecify.annotations.NullMarked;
