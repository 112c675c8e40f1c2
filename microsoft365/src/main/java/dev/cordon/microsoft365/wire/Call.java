package dev.cordon.microsoft365.wire;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to be sent.
 *
 * @param attempted what it is for, in words for the operator
 * @param audience whose token it needs
 * @param method the HTTP method
 * @param uri where to
 * @param headers beside those every request has
 * @param body the content; empty for none
 * @param repeat what a repeat would do
 * @param bucket the throttling bucket it counts in
 * @param shown what it asks, as the evidence records it; without any secret
 * @param secret a secret that it carries
 * @param leads whether other calls need its answer, so that it goes before calls of its lane that nobody waits for
 * @param opens whether it is a read that goes the way of the changes, so that the first change finds a connection open
 * @param largest how many bytes of an answer are taken at most
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are written once and never compared.
public record Call(
        String attempted,
        Audience audience,
        String method,
        URI uri,
        Map<String, String> headers,
        byte[] body,
        Repeat repeat,
        Bucket bucket,
        String shown,
        Optional<Secret> secret,
        boolean leads,
        boolean opens,
        int largest) {
    private static final byte[] NOTHING = {};

    public Call {
        requireNonNull(attempted, "attempted is null");
        requireNonNull(audience, "audience is null");
        requireNonNull(method, "method is null");
        requireNonNull(uri, "uri is null");
        headers = Map.copyOf(headers);
        requireNonNull(body, "body is null");
        requireNonNull(repeat, "repeat is null");
        requireNonNull(bucket, "bucket is null");
        requireNonNull(shown, "shown is null");
        requireNonNull(secret, "secret is null");
    }

    /** A read. */
    public static Call get(String attempted, Audience audience, URI uri, Bucket bucket) {
        return new Call(
                attempted,
                audience,
                "GET",
                uri,
                Map.of(),
                NOTHING,
                Repeat.READ,
                bucket,
                "GET " + uri,
                Optional.empty(),
                false,
                false,
                Transport.LARGEST_BODY);
    }

    /** A change. */
    public static Call change(
            String attempted, Audience audience, String method, URI uri, byte[] body, Repeat repeat, Bucket bucket) {
        return new Call(
                attempted,
                audience,
                method,
                uri,
                Map.of(),
                body,
                repeat,
                bucket,
                method + " " + uri,
                Optional.empty(),
                false,
                false,
                Transport.LARGEST_BODY);
    }

    public Call withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(
                attempted, audience, method, uri, more, body, repeat, bucket, shown, secret, leads, opens, largest);
    }

    public Call withSecret(Secret carried) {
        return new Call(
                attempted,
                audience,
                method,
                uri,
                headers,
                body,
                repeat,
                bucket,
                shown,
                Optional.of(carried),
                leads,
                opens,
                largest);
    }

    public Call shownAs(String words) {
        return new Call(
                attempted, audience, method, uri, headers, body, repeat, bucket, words, secret, leads, opens, largest);
    }

    public Call leading(boolean othersWait) {
        return new Call(
                attempted,
                audience,
                method,
                uri,
                headers,
                body,
                repeat,
                bucket,
                shown,
                secret,
                othersWait,
                opens,
                largest);
    }

    /** The same read, over a connection that changes use too. */
    public Call opening() {
        return new Call(
                attempted, audience, method, uri, headers, body, repeat, bucket, shown, secret, leads, true, largest);
    }

    /** The same, whose answer is given up where it is longer ({@link TooLargeException}). */
    public Call noLargerThan(int bytes) {
        return new Call(
                attempted, audience, method, uri, headers, body, repeat, bucket, shown, secret, leads, opens, bytes);
    }

    boolean isRead() {
        return repeat.isRead();
    }

    /** Whether it may break together with others: only what is safe to repeat may. */
    boolean sharesConnection() {
        return isRead() && !opens;
    }
}
