/** The commands that act on a tenant: {@code respond}, {@code incident resume}, {@code incident decide}, {@code watch}. */
@NullMarked
package dev.cordon.cli.respond;

import org.jspecify.annotations.NullMarked;
