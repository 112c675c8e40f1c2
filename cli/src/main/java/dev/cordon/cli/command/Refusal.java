package dev.cordon.cli.command;

/**
 * A command that cannot go on, and what the person in front of it can do: one paragraph that says what was tried, what
 * came of it and the remedy.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public Refusal(ExitCode exitCode, String paragraph) {
        super(paragraph);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** What is told; never null. */
    public String paragraph() {
        return String.valueOf(getMessage());
    }
}
