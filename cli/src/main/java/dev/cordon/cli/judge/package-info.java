/** The command {@code judge}: verdicts on lines of a file, without a tenant, and without a data folder unless one is named. */
@NullMarked
package dev.cordon.cli.judge;

import org.jspecify.annotations.NullMarked;
