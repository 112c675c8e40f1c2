package dev.cordon.investigation.collection;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Word;

/**
 * One log and whose rows of it: what is collected as one.
 *
 * @param log which log, over which channel
 * @param of whose rows, for people: an account, an address, {@code everybody}
 */
public record CollectionSource(CollectedLog log, String of) {
    /** Of the whole tenant. */
    public static final String EVERYBODY = "everybody";

    public CollectionSource {
        requireNonNull(log, "log is null");
        requireNonNull(of, "of is null");
        if (of.isBlank()) {
            throw new IllegalArgumentException("It is not said whose rows of " + Word.of(log) + " are meant");
        }
    }

    /** What comes of a text that {@link #toString} gave. */
    public static CollectionSource parse(String text) {
        String[] parts = text.split(" ", 2);
        CollectedLog log = Word.find(CollectedLog.class, parts[0])
                .orElseThrow(() -> new IllegalArgumentException("not a log that is collected: " + parts[0]));
        return new CollectionSource(log, parts.length == 2 ? parts[1] : "");
    }

    /** Both, for example {@code audit-log-search everybody}. */
    @Override
    public String toString() {
        return Word.of(log) + " " + of;
    }
}
