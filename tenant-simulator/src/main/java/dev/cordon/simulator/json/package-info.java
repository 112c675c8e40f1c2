/** JSON as explicit trees, read strictly; depends on nothing of ours. */
@NullMarked
package dev.cordon.simulator.json;

import org.jspecify.annotations.NullMarked;
