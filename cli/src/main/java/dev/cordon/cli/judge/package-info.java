/** The command {@code judge}: verdicts on lines of a file, without a tenant or a data folder. */
@NullMarked
package dev.cordon.cli.judge;

import org.jspecify.annotations.NullMarked;
