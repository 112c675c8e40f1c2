package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

/** An exhibit's bytes are missing or are not the bytes that were sealed. Never ignored: the exhibit proves nothing any more. */
public final class EvidenceDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exhibit's number as text. */
    private final String exhibit;

    private final String expected;
    private final String actual;

    public EvidenceDamagedException(ExhibitId exhibit, String expected, String actual) {
        super(exhibit + " is damaged: expected " + requireNonNull(expected, "expected is null") + ", found "
                + requireNonNull(actual, "actual is null")
                + ". Run 'cordon evidence verify' and restore the file from a backup.");
        this.exhibit = exhibit.value();
        this.expected = expected;
        this.actual = actual;
    }

    /** The damaged exhibit. */
    public ExhibitId exhibit() {
        return new ExhibitId(exhibit);
    }

    /** What was sealed. */
    public String expected() {
        return expected;
    }

    /** What is there instead. */
    public String actual() {
        return actual;
    }
}
