package dev.cordon.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * A row of {@code GET /requests}, as far as time is concerned. Absent members are empty text.
 *
 * @param seq its place in order of arrival
 * @param at when it arrived, tenant time
 * @param duration from arrival to answer, wall time
 * @param target object id, and item id where there is one
 * @param batchId the batch it was an item of; such a row is no request of its own
 */
record RecordedRequest(
        long seq,
        Instant at,
        Duration duration,
        String host,
        String method,
        String path,
        String query,
        String cmdlet,
        String target,
        String caller,
        int status,
        String bucket,
        String batchId) {

    RecordedRequest {
        requireNonNull(at, "at is null");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("request " + seq + " ended before it began");
        }
    }

    static RecordedRequest of(JsonObject row) {
        return new RecordedRequest(
                row.get("seq").getAsLong(),
                Instant.parse(row.get("at").getAsString()),
                Duration.ofMillis(row.get("durationMs").getAsLong()),
                text(row, "host"),
                text(row, "method"),
                text(row, "path"),
                text(row, "query"),
                text(row, "cmdlet"),
                text(row, "target"),
                text(row, "caller"),
                row.get("status").getAsInt(),
                text(row, "bucket"),
                text(row, "batchId"));
    }

    private static String text(JsonObject row, String member) {
        JsonElement value = row.get(member);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    Instant answeredAt() {
        return at.plus(duration);
    }

    boolean isBatchItem() {
        return !batchId.isEmpty();
    }

    /** A refusal to look at the request at all: it was sent again. */
    boolean isRefused() {
        return status == 429 || status == 401 || status >= 500;
    }
}
