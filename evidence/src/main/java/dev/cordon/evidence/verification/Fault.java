package dev.cordon.evidence.verification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is not as it was written.
 *
 * @param path the file it was found in, relative to the data folder; empty for an entry of a chain
 * @param entry the entry it was found at, for example {@code journal 42}; empty for a file
 * @param expected what should be there
 * @param actual what is there
 * @param meaning what that means, for people
 */
public record Fault(Optional<String> path, Optional<String> entry, String expected, String actual, String meaning) {
    public Fault {
        requireNonNull(path, "path is null");
        requireNonNull(entry, "entry is null");
        requireNonNull(expected, "expected is null");
        requireNonNull(actual, "actual is null");
        requireNonNull(meaning, "meaning is null");
        if (path.isPresent() == entry.isPresent()) {
            throw new IllegalArgumentException("a fault is in a file or at an entry");
        }
    }

    public static Fault inFile(String path, String expected, String actual, String meaning) {
        return new Fault(Optional.of(path), Optional.empty(), expected, actual, meaning);
    }

    public static Fault atEntry(String entry, String expected, String actual, String meaning) {
        return new Fault(Optional.empty(), Optional.of(entry), expected, actual, meaning);
    }
}
