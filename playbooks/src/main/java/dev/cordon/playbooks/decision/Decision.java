package dev.cordon.playbooks.decision;

import static java.util.Objects.requireNonNull;

import dev.cordon.procedure.Actor;

/**
 * Keep or remove, by whom and why.
 *
 * @param remove whether it is removed
 * @param by who decided
 * @param because why; empty text when it follows the recommendation
 */
public record Decision(boolean remove, Actor by, String because) {
    public Decision {
        requireNonNull(by, "by is null");
        requireNonNull(because, "because is null");
    }
}
