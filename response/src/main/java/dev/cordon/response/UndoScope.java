package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is to be given back.
 *
 * @param item an item's id as the incident shows it, or its exact name where only one has it; empty for everything that was taken away and
 *     is not judged malicious
 * @param unblock whether a sign-in that the response blocked is unblocked too
 * @param because why; needed for what is judged malicious
 */
public record UndoScope(Optional<String> item, boolean unblock, String because) {
    public UndoScope {
        requireNonNull(item, "item is null");
        requireNonNull(because, "because is null");
    }
}
