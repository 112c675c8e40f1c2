package dev.cordon.investigation.lines;

/** A file is no JSON Lines of the kind that was named, as a whole. Its message says why and what to do. Nothing was judged. */
public final class NoLineFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoLineFileException(String message) {
        super(message);
    }
}
