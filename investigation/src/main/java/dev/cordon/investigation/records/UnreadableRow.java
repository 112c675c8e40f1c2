package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

/**
 * A row of which no record could be made. It stays in the exhibit.
 *
 * @param row its number among the rows of the file, from 1
 * @param reason what is wrong with it, a sentence; quotes no content
 */
public record UnreadableRow(long row, String reason) {
    public UnreadableRow {
        requireNonNull(reason, "reason is null");
    }
}
