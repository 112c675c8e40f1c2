package dev.cordon.evidence.attestation;

import static java.util.Objects.requireNonNull;

/** A time stamp or a signature that is none: damaged, of something else, or not made by whom it names. */
public final class BrokenAttestationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String actual;

    BrokenAttestationException(String expected, String actual) {
        super("expected " + requireNonNull(expected, "expected is null") + ", found "
                + requireNonNull(actual, "actual is null"));
        this.expected = expected;
        this.actual = actual;
    }

    /** What should be there. */
    public String expected() {
        return expected;
    }

    /** What is there. */
    public String actual() {
        return actual;
    }
}
