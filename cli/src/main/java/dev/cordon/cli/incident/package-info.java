/** The commands {@code incident ...} and {@code report}: what happened and what is still open. */
@NullMarked
package dev.cordon.cli.incident;

import org.jspecify.annotations.NullMarked;
