package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

/** A word that opens a key and must not be seen. It cannot print itself, has no value equality, and is never serialised. Safe for many threads. */
public final class Passphrase {
    private final String text;

    public Passphrase(String text) {
        this.text = requireNonNull(text, "text is null");
    }

    /** The characters, for whoever opens the key. */
    public char[] reveal() {
        return text.toCharArray();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
