package dev.cordon.investigation.records;

/** What was made of a row. */
sealed interface RowResult {
    /** A record. */
    record Made(LogRecord row) implements RowResult {}

    /** Nothing, and why, as a sentence that quotes no content. */
    record NotMade(String reason) implements RowResult {}
}
