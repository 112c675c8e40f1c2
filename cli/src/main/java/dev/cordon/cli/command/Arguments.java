package dev.cordon.cli.command;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** How commands describe and read what is typed. */
public final class Arguments {
    private Arguments() {}

    /** The specification of a command with its line of help. */
    public static CommandSpec specification(Command command, String description) {
        var specification = CommandSpec.wrapWithoutInspection(command);
        specification.usageMessage().description(description).sortOptions(false);
        return specification;
    }

    /** A parameter that must be there. */
    public static PositionalParamSpec parameter(int index, String label, String description) {
        return positional(index, label, description).required(true).build();
    }

    /** A parameter that may be left out. */
    public static PositionalParamSpec optionalParameter(int index, String label, String description) {
        return positional(index, label, description)
                .required(false)
                .arity("0..1")
                .build();
    }

    // Built once only: what is built again keeps the brackets, or their absence, of the first time.
    private static PositionalParamSpec.Builder positional(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .paramLabel(label)
                .type(String.class)
                .description(description);
    }

    /** An option with a value. */
    public static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** An option with a value that may be given again with another one. */
    public static OptionSpec options(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    /** An option that is there or not. */
    public static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** The option that says how to sign in. */
    public static OptionSpec signIn() {
        return option(
                "--sign-in",
                "HOW",
                "auto (the certificate of the connection document, else a browser), browser, device-code or certificate.");
    }

    /** How to sign in, as it was typed. */
    public static SignInChoice signIn(ParseResult arguments) {
        return word(arguments, "--sign-in", SignInChoice.class, SignInChoice.AUTO);
    }

    /** The incident that was typed. */
    public static IncidentId incident(ParseResult arguments, int index) {
        return incident(arguments.matchedPositionalValue(index, ""));
    }

    /** The incident of that name. */
    public static IncidentId incident(String text) {
        if (!IncidentId.isIncidentId(text)) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "\"" + text
                            + "\" is no incident; incidents are named like INC-20261122-K7QF. See: cordon incident list");
        }
        return new IncidentId(text);
    }

    /** A word out of a few. */
    public static <E extends Enum<E>> E word(ParseResult arguments, String option, Class<E> type, E otherwise) {
        String text = arguments.matchedOptionValue(option, Word.of(otherwise));
        return Word.find(type, text)
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE,
                        option + " cannot be \"" + text + "\"; it is one of " + Word.choices(type) + "."));
    }

    /**
     * The file that was typed.
     *
     * @throws Refusal with exit code 2 where it is no path
     */
    public static Path file(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "\"" + typed + "\": " + FileTrouble.inWords(e) + ".");
        }
    }
}
