package dev.cordon.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came in.
 *
 * @param origin scheme, name and port it was sent to, such as {@code https://graph.microsoft.com:8443}
 * @param path raw path, still percent-encoded
 * @param query raw query, still percent-encoded, empty if none
 * @param headers by lower-case name
 * @param batchId request id of the batch it is an item of, else null
 * @param requestId the id the tenant gave it
 * @param source where it is said to come from
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; nobody compares or changes them
public record WireRequest(
        Host host,
        String origin,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        @Nullable String batchId,
        String requestId,
        Source source,
        Trace trace) {

    /**
     * Where a request is said to come from.
     *
     * @param attacker whether our own attacker sent it
     */
    public record Source(String ip, String userAgent, boolean attacker) {}

    /** The header of that name, any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The path's segments, decoded; a plus stays a plus. */
    public List<String> segments() {
        var segments = new ArrayList<String>();
        for (String raw : path.split("/")) {
            if (!raw.isEmpty()) {
                segments.add(decode(raw.replace("+", "%2B")));
            }
        }
        return segments;
    }

    /** The query's parameters, decoded; of equal names the last. */
    public Map<String, String> parameters() {
        return parse(query);
    }

    /** The form in the body, decoded; of equal names the last. */
    public Map<String, String> form() {
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> parse(String text) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
