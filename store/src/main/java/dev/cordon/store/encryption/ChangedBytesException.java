package dev.cordon.store.encryption;

import java.io.IOException;

/**
 * Encrypted bytes are not those that were written, or were written under another name or with another key; or what lies there is no file at all.
 * Nothing of the piece is given.
 */
public final class ChangedBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    public ChangedBytesException(String found) {
        super(found);
    }

    /** What was found in place of what was written, in words. */
    public String found() {
        return String.valueOf(getMessage());
    }
}
