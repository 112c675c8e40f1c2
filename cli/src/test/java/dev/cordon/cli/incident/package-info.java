/** The commands about incidents. */
@org.jspecify.annotations.NullMarked
package dev.cordon.cli.incident;
