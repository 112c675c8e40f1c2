package dev.cordon.store;

import static java.util.Objects.requireNonNull;

/** The password of a database account. It cannot print itself, has no value equality, and is never written. Safe for many threads. */
final class Password {
    private final String text;

    Password(String text) {
        this.text = requireNonNull(text, "text is null");
    }

    /** The text, for the one who signs in with it. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
