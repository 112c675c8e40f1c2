package dev.cordon.store.codec;

/** A stored entry is not one this version can have written: it was changed, or a newer version wrote it. */
public final class UnreadableEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEntryException(String entry, String why) {
        super(entry + " cannot be read: " + why + ". Run 'cordon evidence verify'.");
    }
}
