@NullMarked
package dev.cordon.testing;

import org.jspecify.annotations.NullMarked;
