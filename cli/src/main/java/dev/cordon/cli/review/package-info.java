/** The command that looks through exported logs. */
@NullMarked
package dev.cordon.cli.review;

import org.jspecify.annotations.NullMarked;
