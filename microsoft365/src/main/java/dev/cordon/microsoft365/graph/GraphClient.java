package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.microsoft365.wire.Wire;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Microsoft Graph of one tenant in one lane. Safe for many threads.
 *
 * @param wire sends the calls
 * @param root Graph's address, without version
 * @param lane whose turn it is where calls must wait
 */
public record GraphClient(Wire wire, URI root, Lane lane) {
    static final String V1 = "/v1.0";
    static final String BETA = "/beta";

    /** Reads one object. What {@code meaning} refuses counts as an answer that cannot be understood. */
    <T> Sent<T> get(Need need, String attempted, String path, Function<JsonItem, T> meaning) {
        return send(
                need,
                Call.get(attempted, Audience.GRAPH, address(path), need.bucket()),
                Expectation.success(response -> meaning.apply(StrictJson.object(response.body()))));
    }

    /** Reads one object that may not be there. */
    <T> Sent<Optional<T>> find(Need need, String attempted, String path, Function<JsonItem, T> meaning) {
        return send(
                need,
                Call.get(attempted, Audience.GRAPH, address(path), need.bucket()),
                new Expectation<>(
                        response -> response.isSuccess() || isMissing(response),
                        response -> response.isSuccess()
                                ? Optional.of(meaning.apply(StrictJson.object(response.body())))
                                : Optional.empty()));
    }

    /** Makes a change that is answered without content, or with content that does not matter. */
    Receipt change(Need need, String attempted, String method, String path, String body, Repeat repeat) {
        Call call = call(need, attempted, method, path, body, repeat);
        return send(need, call, Expectation.success(response -> true)).receipt(false, List.of());
    }

    /** Deletes; what is gone already is a receipt that says so. */
    Receipt delete(Need need, Bucket bucket, String attempted, String path) {
        Call call =
                Call.change(attempted, Audience.GRAPH, "DELETE", address(path), new byte[0], Repeat.IDEMPOTENT, bucket);
        Sent<Boolean> sent = send(
                need,
                call,
                new Expectation<>(
                        response -> response.isSuccess() || isMissing(response), response -> !response.isSuccess()));
        return sent.receipt(sent.value(), List.of());
    }

    Call call(Need need, String attempted, String method, String path, String body, Repeat repeat) {
        return Call.change(
                attempted,
                Audience.GRAPH,
                method,
                address(path),
                body.getBytes(StandardCharsets.UTF_8),
                repeat,
                need.bucket());
    }

    Call call(Need need, String attempted, String method, String path, String body, Repeat repeat, Secret secret) {
        return call(need, attempted, method, path, body, repeat).withSecret(secret);
    }

    <T> Sent<T> send(Need need, Call call, Expectation<T> expectation) {
        return wire.send(call, lane, new GraphDialect(need), expectation);
    }

    TokenClaims claims() {
        return wire.claims(Audience.GRAPH);
    }

    URI address(String path) {
        return URI.create(root + path);
    }

    /** Whether an address that an answer gave is this Graph's: a token goes nowhere else. */
    boolean isOurs(URI next) {
        return "https".equals(next.getScheme())
                && next.getUserInfo() == null
                && root.getHost().equalsIgnoreCase(next.getHost())
                && port(root) == port(next);
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? 443 : address.getPort();
    }

    /** Whether the object itself is missing, and not the operation. */
    static boolean isMissing(Response response) {
        if (response.status() != 404) {
            return false;
        }
        String code = new GraphDialect(Need.READ_USERS).stated(response).code();
        return code.equals("Request_ResourceNotFound")
                || code.equals("ErrorItemNotFound")
                || code.equalsIgnoreCase("resourceNotFound")
                || code.equals("itemNotFound")
                || code.equals("NotFound");
    }

    /** One segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value of a query option. */
    static String option(String text) {
        return segment(text);
    }

    /** A text in a filter, in its quotes. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
