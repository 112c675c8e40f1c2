package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;

/**
 * The words that open an encrypted vault. It cannot print itself, has no value equality, and is never written anywhere. The same words typed
 * at another keyboard are the same words: their accents are composed. Safe for many threads.
 */
public final class Passphrase {
    /** Whoever has the files may try as often as he likes: a new one has at least as many characters. */
    public static final int FEWEST_CHARACTERS = 12;

    private final String text;

    /**
     * What was typed.
     *
     * @param text without its line break
     * @throws IllegalArgumentException when it is empty
     */
    public Passphrase(String text) {
        if (requireNonNull(text, "text is null").isEmpty()) {
            throw new IllegalArgumentException("a passphrase is not empty");
        }
        this.text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether it is long enough to be chosen. */
    public boolean isLongEnough() {
        return text.codePointCount(0, text.length()) >= FEWEST_CHARACTERS;
    }

    /** Whether both are the same words. */
    public boolean isSameAs(Passphrase other) {
        return text.equals(other.text);
    }

    /** The text, for the key that is derived from it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
