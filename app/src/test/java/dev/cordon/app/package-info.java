@NullMarked
package dev.cordon.app;

import org.jspecify.annotations.NullMarked;
