package dev.cordon.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers, readings and refusals as doubles give them. */
public final class Made {
    /** When everything of a double happens that says nothing else. */
    public static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private Made() {}

    /** An answer to {@code request}. */
    public static Answer answer(String request) {
        return new Answer(
                request,
                200,
                Optional.of("r-1"),
                NOW,
                "application/json",
                Bytes.copyOf("{}".getBytes(StandardCharsets.UTF_8)),
                false);
    }

    /** A complete reading. */
    public static <T> Reading<T> reading(String request, T value) {
        return Reading.of(value, answer(request));
    }

    /** A reading of which something is missing, where {@code lack} says what. */
    public static <T> Reading<T> reading(String request, T value, Optional<String> lack) {
        Completeness completeness =
                lack.<Completeness>map(Completeness.Incomplete::new).orElse(Completeness.complete());
        return new Reading<>(value, completeness, NOW, List.of(answer(request)));
    }

    public static Receipt receipt(String request, boolean alreadyInPlace) {
        return new Receipt(NOW, alreadyInPlace, List.of(answer(request)), List.of());
    }

    public static TenantException refusal(String attempted, Failure.Reason reason) {
        return new TenantException(new Failure(reason, attempted, 400, "", "said", "r-1", "Because.", "Do this."));
    }
}
