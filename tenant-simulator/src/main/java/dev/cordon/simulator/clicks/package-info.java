/** Clicks on links that Safe Links had wrapped: the scenario's, and everybody's on ordinary days. */
@NullMarked
package dev.cordon.simulator.clicks;

import org.jspecify.annotations.NullMarked;
