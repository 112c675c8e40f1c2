/** What the licences contain: products and their service plans. Depends on the scenario's words only. */
@NullMarked
package dev.cordon.simulator.licences;

import org.jspecify.annotations.NullMarked;
