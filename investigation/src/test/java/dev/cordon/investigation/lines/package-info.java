@NullMarked
package dev.cordon.investigation.lines;

import org.jspecify.annotations.NullMarked;
