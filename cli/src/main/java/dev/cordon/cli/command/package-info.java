/**
 * What a command is: its words and options, what it is run with, how it ends. Uses {@code screen} and {@code document}.
 */
@NullMarked
package dev.cordon.cli.command;

import org.jspecify.annotations.NullMarked;
