package dev.cordon.cli;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * From the words that were typed to the command that runs, and from its end to an exit code. The only place where a failure
 * of any kind becomes a paragraph. One run at a time.
 */
public final class CommandLineDoor {
    /** What keeps nothing in the data folder, or has one of its own. */
    private static final Set<String> ELSEWHERE = Set.of("demo", "simulate", "judge");

    /** Java itself says nothing of it on the screen, and ends as if the command had finished. */
    private static final String TOO_MUCH =
            "Cordon has not enough memory for this, and has not finished. What was done so far is in the journal; nothing was lost. Give it more,"
                    + " for example 4 GB with the environment variable JAVA_TOOL_OPTIONS=-Xmx4g, or bring the file in parts.";

    private final List<Command> commands;
    private final String version;
    private final Streams streams;
    private final Function<RuntimeException, Optional<Refusal>> explain;

    /**
     * A door.
     *
     * @param explain what an exception of another room means; empty for what nobody expected
     */
    public CommandLineDoor(
            List<Command> commands,
            String version,
            Streams streams,
            Function<RuntimeException, Optional<Refusal>> explain) {
        this.commands = List.copyOf(commands);
        this.version = version;
        this.streams = streams;
        this.explain = explain;
    }

    /** Runs what was typed. Never throws; what went wrong has been told on stderr. */
    public ExitCode run(String... arguments) {
        boolean json = List.of(arguments).contains("--json");
        try {
            var tree = new CommandTree(commands, version, new HashSet<>(List.of(arguments)));
            return run(tree, tree.root().parseArgs(arguments));
        } catch (ParameterException e) {
            return refuse(json, new Refusal(ExitCode.WRONG_USAGE, paragraph(e)));
        } catch (RuntimeException e) {
            return refuse(json, meaning(e));
        } catch (OutOfMemoryError _) {
            return refuse(json, new Refusal(ExitCode.OUR_FAULT, TOO_MUCH));
        } catch (Error e) {
            return refuse(json, unexpected(e));
        }
    }

    private Refusal meaning(RuntimeException exception) {
        return exception instanceof Refusal refusal
                ? refusal
                : explain.apply(exception).orElseGet(() -> unexpected(exception));
    }

    private ExitCode run(CommandTree tree, ParseResult typed) {
        var chain = chain(typed);
        ParseResult last = chain.getLast();
        CommandLine commandLine = last.commandSpec().commandLine();
        if (typed.isVersionHelpRequested()) {
            commandLine.printVersionHelp(streams.out(), Ansi.OFF);
            return ExitCode.DONE;
        }
        if (last.isUsageHelpRequested()) {
            commandLine.usage(streams.out(), Ansi.OFF);
            return ExitCode.DONE;
        }
        if (!(last.commandSpec().userObject() instanceof Command command)) {
            commandLine.usage(streams.err(), Ansi.OFF);
            return ExitCode.WRONG_USAGE;
        }
        GlobalOptions options = tree.globalOptions(chain, streams.environment());
        if (chain.stream().anyMatch(typedHere -> typedHere.hasMatchedOption("--data"))) {
            options.data().ifPresent(data -> streams.nameInCommands(data, firstWords()));
        }
        Screen screen = streams.screen(options.json());
        if (options.json()) {
            streams.promise(() -> error(new Refusal(ExitCode.INTERRUPTED, streams.lastWord())));
        }
        ExitCode ended = command.run(new Invocation(last, options, screen, streams, this::meaning));
        if (ended == ExitCode.INTERRUPTED) {
            streams.writeSoFar();
        }
        return ended;
    }

    private Set<String> firstWords() {
        return commands.stream()
                .map(command -> command.words().split(" ", 2)[0])
                .filter(word -> !ELSEWHERE.contains(word))
                .collect(Collectors.toSet());
    }

    private static List<ParseResult> chain(ParseResult typed) {
        var chain = new ArrayList<ParseResult>();
        for (ParseResult next = typed; next != null; next = next.subcommand()) {
            chain.add(next);
        }
        return chain;
    }

    private ExitCode refuse(boolean json, Refusal refusal) {
        streams.errors().paragraph(Tone.BAD, refusal.paragraph());
        if (json) {
            streams.write(error(refusal));
        }
        return refusal.exitCode();
    }

    private static JsonObject error(Refusal refusal) {
        var error = new JsonObject();
        error.addProperty("exitCode", refusal.exitCode().number());
        error.addProperty("message", refusal.paragraph());
        var document = new JsonObject();
        document.add("error", error);
        return document;
    }

    private static String paragraph(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        var text = new StringBuilder(String.valueOf(e.getMessage()).replace('\n', ' '));
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            text.append(". Did you mean ")
                    .append(String.join(" or ", unmatched.getSuggestions()))
                    .append('?');
        } else {
            text.append('.');
        }
        return text.append(" See: ")
                .append(command.qualifiedName())
                .append(" --help")
                .toString();
    }

    private static Refusal unexpected(Throwable e) {
        return new Refusal(
                ExitCode.OUR_FAULT,
                "Cordon failed, and that is Cordon's fault (" + where(e) + "): " + said(e)
                        + " What was done so far is in the journal; nothing was lost. Run the command again; if it fails again, report"
                        + " this text, with cordon.log of the data folder.");
    }

    private static String where(Throwable e) {
        return e.getStackTrace().length == 0
                ? "place unknown"
                : e.getStackTrace()[0].getFileName() + " line " + e.getStackTrace()[0].getLineNumber();
    }

    private static String said(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "nothing was said about it." : message + ".";
    }
}
