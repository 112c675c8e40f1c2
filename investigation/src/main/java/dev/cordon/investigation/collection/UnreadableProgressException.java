package dev.cordon.investigation.collection;

/** What is stored of a collection is not what this version writes: it was changed, or a newer version wrote it. */
public final class UnreadableProgressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableProgressException(String why) {
        super("The place of a collection cannot be read: " + why);
    }
}
