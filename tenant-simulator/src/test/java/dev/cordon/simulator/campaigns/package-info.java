@NullMarked
package dev.cordon.simulator.campaigns;

import org.jspecify.annotations.NullMarked;
