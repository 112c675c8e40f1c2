/**
 * One harness, seeded and resumable: generated scenarios, a fault on every operation, and deaths at any journal entry, each judged
 * against the simulator's truth. The normal build samples them, {@code ./build --long} runs them all.
 */
@NullMarked
package dev.cordon.app.harness;

import org.jspecify.annotations.NullMarked;
