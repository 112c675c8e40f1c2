package dev.cordon.simulator.wire;

import com.google.gson.JsonElement;
import dev.cordon.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param headers by name
 * @param body what goes out; empty for none
 * @param json the same as a tree, where it is JSON
 * @param ending how it ends on the wire
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they go out; nobody compares or changes them
public record WireResponse(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable JsonElement json,
        Ending ending) {

    /** How an answer ends on the wire. */
    public enum Ending {
        /** As it should. */
        WHOLE,
        /** Cut off in the middle of the body. */
        TRUNCATED,
        /** The connection closed without a byte. */
        CUT
    }

    /** An answer without a body. */
    public static WireResponse empty(int status) {
        return new WireResponse(status, new TreeMap<>(), new byte[0], null, Ending.WHOLE);
    }

    /** A JSON answer. */
    public static WireResponse json(int status, JsonElement json) {
        return typed(status, "application/json; charset=utf-8", Json.bytes(json), json);
    }

    /** A text answer of that media type. */
    public static WireResponse text(int status, String contentType, String text) {
        return typed(status, contentType, text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** An answer of that media type. */
    public static WireResponse typed(int status, String contentType, byte[] body, @Nullable JsonElement json) {
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", contentType);
        return new WireResponse(status, headers, body, json, Ending.WHOLE);
    }

    /** The same answer with one more header. */
    public WireResponse with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new WireResponse(status, more, body, json, ending);
    }

    /** The same answer with another ending. */
    public WireResponse ending(Ending other) {
        return new WireResponse(status, headers, body, json, other);
    }
}
