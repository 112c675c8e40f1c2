package dev.cordon.cli.command;

import picocli.CommandLine.Model.CommandSpec;

/** One command as it is typed: translates words into a use case and its result into a screen or a document. */
public interface Command {
    /** The words, such as {@code incident show}. */
    String words();

    /** Its options and parameters, without the global ones. Describes itself in one line. */
    CommandSpec specification();

    /**
     * Runs it.
     *
     * @return how it ended
     * @throws Refusal where it cannot go on and the operator can do something about it
     */
    ExitCode run(Invocation invocation);
}
