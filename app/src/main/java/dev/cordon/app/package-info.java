/**
 * The program: its entry, its wiring, its configuration, and the commands that need rooms no other command may see. The only
 * room that says {@code new} across rooms. May depend on everything.
 */
@NullMarked
package dev.cordon.app;

import org.jspecify.annotations.NullMarked;
