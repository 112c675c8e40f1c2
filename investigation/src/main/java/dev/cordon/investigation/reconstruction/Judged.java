package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An address, a session or a device with whose it is.
 *
 * @param of which of them
 * @param value which, in its usual spelling
 * @param party whose
 * @param said what a person said of it; empty where nobody did
 * @param clues why, the weightiest first; also those that were outweighed
 * @param rows how many rows it has
 * @param refused how many of them are refused sign-ins
 * @param first its first row
 * @param last its last
 * @param actors who acted there, sorted, the first {@value #MOST_ACTORS}
 */
public record Judged(
        TraceKind of,
        String value,
        Party party,
        Optional<PersonsVerdict> said,
        List<Clue> clues,
        long rows,
        long refused,
        Instant first,
        Instant last,
        List<String> actors) {
    static final int MOST_ACTORS = 20;

    public Judged {
        requireNonNull(of, "of is null");
        requireNonNull(value, "value is null");
        requireNonNull(party, "party is null");
        requireNonNull(said, "said is null");
        clues = List.copyOf(clues);
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        actors = List.copyOf(actors);
        if (refused < 0 || refused > rows) {
            throw new IllegalArgumentException("more refused than there are rows, or less than none: " + refused);
        }
    }

    /** Whether nobody ever got in by it. */
    public boolean isOnlyRefused() {
        return rows > 0 && refused == rows;
    }
}
