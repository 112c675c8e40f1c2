package dev.cordon.playbooks.yaml;

import java.util.List;

/** A file that a person wrote cannot be used; nothing was done. The message names every problem with its line. */
public final class MalformedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<String> problems;

    public MalformedFileException(String file, List<String> problems) {
        super(file + " cannot be used: " + String.join("; ", problems));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    /** The file as it was named. */
    public String file() {
        return file;
    }

    /** Every problem, each with its line. May quote untrusted text. */
    public List<String> problems() {
        return problems;
    }
}
