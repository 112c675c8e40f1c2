package dev.cordon.cli.evidence;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Refusal;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Reads the options that the commands of custody share. */
final class Typed {
    private Typed() {}

    /** The reason, which the custody log cannot do without. */
    static String because(ParseResult typed) {
        return text(typed, "--because")
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE,
                        "Nothing was recorded: the custody log says why. Say it with --because TEXT."));
    }

    /** What was typed; empty where there was nothing but blanks. */
    static Optional<String> text(ParseResult typed, String option) {
        return Optional.ofNullable(typed.matchedOptionValue(option, (String) null))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
