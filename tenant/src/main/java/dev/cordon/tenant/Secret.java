package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/**
 * Text that must not be seen: a password, a pass, a token. It cannot print itself, has no value equality, and is never serialised.
 * Safe for many threads.
 */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = requireNonNull(text, "text is null");
    }

    /** The text, for the request that needs it and for the one time it is shown on the operator's request. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
