package dev.cordon.store.codec;

import static java.util.Objects.requireNonNull;

/**
 * An entry as it is stored.
 *
 * @param kind which record it is
 * @param facts its components as a JSON object; always the same text for the same entry
 */
public record Encoded(String kind, String facts) {
    public Encoded {
        requireNonNull(kind, "kind is null");
        requireNonNull(facts, "facts is null");
    }
}
