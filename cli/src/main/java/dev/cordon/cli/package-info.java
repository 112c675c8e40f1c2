/**
 * The command line: one class per command, which only translates between what was typed, a use case, and what is shown. May
 * use {@code response} and the domain; never {@code store}, {@code microsoft365}, {@code tenant-simulator} or
 * {@code console}.
 */
@NullMarked
package dev.cordon.cli;

import org.jspecify.annotations.NullMarked;
