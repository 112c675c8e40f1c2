package dev.cordon.simulator.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that Graph refuses: status, code, message, and what else the envelope or the headers carry. */
public final class GraphRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;
    private final transient @Nullable JsonArray details;
    private final transient @Nullable JsonElement wholeBody;

    /** A refusal in Graph's envelope. */
    public GraphRefusal(int status, String code, String message) {
        this(status, code, message, Map.of(), null, null);
    }

    private GraphRefusal(
            int status,
            String code,
            String message,
            Map<String, String> headers,
            @Nullable JsonArray details,
            @Nullable JsonElement wholeBody) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
        this.details = details;
        this.wholeBody = wholeBody;
    }

    /** The same refusal with a {@code details} list. */
    public GraphRefusal details(JsonArray list) {
        return new GraphRefusal(status, code, message(), headers, list, wholeBody);
    }

    /** The same refusal with these headers. */
    public GraphRefusal headers(Map<String, String> more) {
        return new GraphRefusal(status, code, message(), more, details, wholeBody);
    }

    /** The same refusal with a body that is not Graph's envelope. */
    public GraphRefusal body(JsonElement body) {
        return new GraphRefusal(status, code, message(), headers, details, body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Graph's error code. */
    public String code() {
        return code;
    }

    /** Graph's message. */
    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** Headers beside the usual ones. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The list of details, if any. */
    public @Nullable JsonArray details() {
        return details;
    }

    /** A body that replaces the envelope, if any. */
    public @Nullable JsonElement wholeBody() {
        return wholeBody;
    }
}
