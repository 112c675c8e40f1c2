package dev.cordon.simulator.logs;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One row of a log; its JSON is made when it is shown.
 *
 * @param visibleAt from when on it can be read
 * @param userId object id of the person it is about, or empty
 * @param ip where a sign-in came from; empty for anything else
 */
record LogRow(
        String id,
        Instant at,
        Instant visibleAt,
        String userId,
        boolean interactive,
        String ip,
        Supplier<JsonObject> json) {

    /** A row that is no sign-in. */
    LogRow(String id, Instant at, Instant visibleAt, String userId, boolean interactive, Supplier<JsonObject> json) {
        this(id, at, visibleAt, userId, interactive, "", json);
    }
}
