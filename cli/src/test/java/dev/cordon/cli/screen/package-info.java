@NullMarked
package dev.cordon.cli.screen;

import org.jspecify.annotations.NullMarked;
