@NullMarked
package dev.cordon.simulator.contentsearch;

import org.jspecify.annotations.NullMarked;
