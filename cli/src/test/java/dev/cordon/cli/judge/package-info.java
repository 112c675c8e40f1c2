@NullMarked
package dev.cordon.cli.judge;

import org.jspecify.annotations.NullMarked;
