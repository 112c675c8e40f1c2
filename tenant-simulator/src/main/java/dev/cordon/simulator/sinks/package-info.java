/**
 * Where messages end that are told to people: mail that was sent, chats of Teams, and the webhook of a workflow (wire
 * reference, F). What arrived is kept, so that a test can read who was told what, and when. Depends on control, graph, state, wire,
 * throttling.
 */
@NullMarked
package dev.cordon.simulator.sinks;

import org.jspecify.annotations.NullMarked;
