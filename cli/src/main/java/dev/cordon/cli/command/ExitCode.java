package dev.cordon.cli.command;

/** How a command ends, for scripts. The numbers are promised and never change. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Finished, but something is not contained, not verified, red, suspicious, or rows were unreadable. */
    ATTENTION(1),
    /** Wrong usage or a malformed file. */
    WRONG_USAGE(2),
    /** Cannot reach, not permitted, not licensed. */
    NOT_POSSIBLE(3),
    /** Evidence, journal or export failed verification. */
    NOT_GENUINE(4),
    /** Could not write: disk full, locked. */
    NOT_WRITTEN(5),
    /** Our fault. */
    OUR_FAULT(70),
    /** Interrupted; the state is kept. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The worse of two endings: what a command that did several things returns. */
    public ExitCode orWorse(ExitCode other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** What the process returns. */
    public int number() {
        return number;
    }
}
