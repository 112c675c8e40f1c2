package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A message that the log names as accessed. Accessed is not read: the log knows no more. Texts are untrusted.
 *
 * @param internetMessageId its id
 * @param subject empty text where no row has it
 * @param folders where it lay, sorted
 * @param first when it was first accessed
 * @param last when last
 * @param mentions how often the rows name it
 * @param accesses how often when what comes again within two minutes in one session is counted once
 * @param shownBy the first row that names it
 */
public record AccessedMessage(
        String internetMessageId,
        String subject,
        List<String> folders,
        Instant first,
        Instant last,
        long mentions,
        long accesses,
        RowRef shownBy) {
    public AccessedMessage {
        requireNonNull(internetMessageId, "internetMessageId is null");
        requireNonNull(subject, "subject is null");
        folders = List.copyOf(folders);
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        requireNonNull(shownBy, "shownBy is null");
        if (accesses < 1 || mentions < accesses) {
            throw new IllegalArgumentException("accesses are no part of mentions: " + accesses + ", " + mentions);
        }
    }
}
