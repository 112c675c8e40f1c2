package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * An address or a session with whose it is.
 *
 * @param of which of the two
 * @param value which, in its usual spelling
 * @param party whose
 * @param byPerson whether a person said so
 * @param clues why, the weightiest first; also those that were outweighed
 * @param rows how many rows it has
 * @param first its first row
 * @param last its last
 * @param actors who acted there, sorted, the first {@value #MOST_ACTORS}
 */
public record Judged(
        Subject of,
        String value,
        Party party,
        boolean byPerson,
        List<Clue> clues,
        long rows,
        Instant first,
        Instant last,
        List<String> actors) {
    static final int MOST_ACTORS = 20;

    public Judged {
        requireNonNull(of, "of is null");
        requireNonNull(value, "value is null");
        requireNonNull(party, "party is null");
        clues = List.copyOf(clues);
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        actors = List.copyOf(actors);
    }
}
