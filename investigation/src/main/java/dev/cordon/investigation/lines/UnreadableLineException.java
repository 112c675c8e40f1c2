package dev.cordon.investigation.lines;

/** A line is not what it should be. Its message says why, in a sentence that may quote the line. */
final class UnreadableLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableLineException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
