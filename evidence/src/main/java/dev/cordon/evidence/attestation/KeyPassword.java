package dev.cordon.evidence.attestation;

import static java.util.Objects.requireNonNull;

/** The password of a file with a key, as it was given: it opens the key and must not be seen. It cannot print itself, has no value equality, and is never serialised. Safe for many threads. */
public final class KeyPassword {
    private final String text;

    public KeyPassword(String text) {
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
