/** The commands that act on a tenant. */
@org.jspecify.annotations.NullMarked
package dev.cordon.cli.respond;
