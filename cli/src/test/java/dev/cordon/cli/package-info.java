@NullMarked
package dev.cordon.cli;

import org.jspecify.annotations.NullMarked;
