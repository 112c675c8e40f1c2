package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

/**
 * One object in the tenant that is kept or removed.
 *
 * @param kind its kind as the decision file spells it, for example {@code inbox-rule}
 * @param id Microsoft's id of it, unchanged
 */
public record ItemKey(String kind, String id) {
    public ItemKey {
        requireNonNull(kind, "kind is null");
        requireNonNull(id, "id is null");
        if (kind.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("an item needs a kind and an id");
        }
    }
}
