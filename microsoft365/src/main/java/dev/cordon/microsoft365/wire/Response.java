package dev.cordon.microsoft365.wire;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * What came back for one request, or for one item of a batch.
 *
 * @param status the HTTP status
 * @param headers the first value of each header, names in lower case
 * @param body the bytes, decompressed where they could be
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are written once and never compared.
public record Response(int status, Map<String, String> headers, byte[] body) {
    private static final int LONGEST_NAME = 80;

    public Response {
        requireNonNull(headers, "headers is null");
        requireNonNull(body, "body is null");
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    public Optional<String> requestId() {
        return header("request-id").filter(id -> !id.isBlank());
    }

    /** The service's time, to the second. */
    public Optional<Instant> date() {
        try {
            return header("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How long to wait, in wall seconds, whole or with a fraction; empty when it does not say or says it in another way. */
    public Optional<Duration> retryAfter() {
        return header("retry-after").flatMap(Response::seconds);
    }

    private static Optional<Duration> seconds(String text) {
        try {
            double seconds = Double.parseDouble(text.strip());
            return seconds >= 0 && seconds < 86_400
                    ? Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public boolean isHtml() {
        return header("content-type").orElse("").startsWith("text/html") || (body.length > 0 && body[0] == '<');
    }

    /** What is known of a refusal that is a web page: nobody's code stands in it, so nobody's reason is told. */
    public String webPageInWords() {
        return header("server")
                        .map(name -> name.strip()
                                .substring(
                                        0, Math.min(LONGEST_NAME, name.strip().length())))
                        .filter(name -> !name.isEmpty())
                        .orElse("Something that does not name itself")
                + " answered with a web page, which is not JSON and has no error code of Microsoft's: why it refuses is not known.";
    }

    /** The body as text with the secret taken out, for finding words in it. */
    public String text(Optional<Secret> secret) {
        String text = new String(body, StandardCharsets.UTF_8);
        return secret.map(hidden -> text.replace(hidden.reveal(), "[secret]")).orElse(text);
    }
}
