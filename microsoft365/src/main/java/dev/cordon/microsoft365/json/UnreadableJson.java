package dev.cordon.microsoft365.json;

/** What came is not the JSON that was expected. The message says what is wrong and never quotes the content. */
public final class UnreadableJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableJson(String message) {
        super(message);
    }

    UnreadableJson(String message, Throwable cause) {
        super(message, cause);
    }
}
