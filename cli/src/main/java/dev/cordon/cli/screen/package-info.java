/**
 * What a person sees: lines, live steps, questions. Every text passes {@link dev.cordon.cli.screen.Printable}, so that
 * nothing an attacker wrote reaches a terminal as anything but text. Depends on nothing of ours.
 */
@NullMarked
package dev.cordon.cli.screen;

import org.jspecify.annotations.NullMarked;
