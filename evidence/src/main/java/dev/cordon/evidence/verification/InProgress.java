package dev.cordon.evidence.verification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Work that had not come to its end when a verification looked: what it had written was verified, of the rest nothing is said.
 *
 * @param path what it works on, relative to the data folder
 * @param since since when
 * @param what what it is, for people, and what to do where it was cut off: no whole sentence
 */
public record InProgress(String path, Instant since, String what) {
    public InProgress {
        requireNonNull(path, "path is null");
        requireNonNull(since, "since is null");
        requireNonNull(what, "what is null");
    }

    /** It in a sentence. */
    public String text() {
        return "In progress since " + since + ": " + what + ".";
    }
}
