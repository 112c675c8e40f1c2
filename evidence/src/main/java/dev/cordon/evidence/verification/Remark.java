package dev.cordon.evidence.verification;

import static java.util.Objects.requireNonNull;

/**
 * Something that a verification saw and that is no fault: nothing that was kept has been changed by it.
 *
 * @param path the file it is about, relative to the data folder
 * @param meaning what it is, for people
 */
public record Remark(String path, String meaning) {
    public Remark {
        requireNonNull(path, "path is null");
        requireNonNull(meaning, "meaning is null");
    }
}
