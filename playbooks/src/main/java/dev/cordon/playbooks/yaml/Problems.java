package dev.cordon.playbooks.yaml;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, collected so that it is told all at once. One thread. */
public final class Problems {
    private final String file;
    private final List<String> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    /** Notes what is wrong at {@code line} (1-based). */
    public void add(int line, String what) {
        found.add("line " + line + ": " + what);
    }

    /** Throws when anything was noted. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MalformedFileException(file, found);
        }
    }
}
