/**
 * What the directory says a change was about: whom or what it names, and what changed on it. Both logs that tell of it write
 * it down, each in its own form. Depends on applications, devices, identity, scenario, state.
 */
@NullMarked
package dev.cordon.simulator.audits;

import org.jspecify.annotations.NullMarked;
