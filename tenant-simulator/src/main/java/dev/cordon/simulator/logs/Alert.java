package dev.cordon.simulator.logs;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * One alert, before Defender has put it into an incident.
 *
 * @param about what Defender ties it to other alerts by: an account, a mail
 * @param shape as Graph shows it, without its incident
 */
record Alert(String about, Instant created, Instant updated, JsonObject shape) {}
