/**
 * What commands may ask for. The program opens a desk over the use cases when a command needs one, so that nothing is opened
 * for {@code --help}; what cannot be done comes back as a {@link dev.cordon.cli.command.Refusal}.
 */
@NullMarked
package dev.cordon.cli.desk;

import org.jspecify.annotations.NullMarked;
