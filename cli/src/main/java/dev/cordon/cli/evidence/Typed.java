package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.document.CustodyDocument;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.CustodyEntry;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What the commands share by which a person has something recorded in the custody log: how they are typed, and how they answer. */
final class Typed {
    private Typed() {}

    /** A command about an incident that says why. */
    static CommandSpec specification(Command command, String description) {
        return Arguments.specification(command, description)
                .addPositional(Arguments.parameter(0, "INCIDENT", "Which incident."))
                .addOption(Arguments.option("--because", "TEXT", "Why; it stands in the custody log. Needed."));
    }

    /** Who ordered it. */
    static OptionSpec by() {
        return Arguments.option("--by", "NAME", "Who ordered it, where that was somebody else.");
    }

    /** Answers with what was recorded. */
    static ExitCode recorded(Invocation invocation, CustodyEntry entry, String sentence) {
        if (invocation.options().json()) {
            invocation.write(CustodyDocument.of(entry));
        } else {
            invocation.screen().paragraph(Tone.GOOD, sentence + " Custody entry " + entry.sequence() + ".");
        }
        return ExitCode.DONE;
    }

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
