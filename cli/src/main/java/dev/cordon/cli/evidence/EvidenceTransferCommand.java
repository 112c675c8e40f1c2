package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence transfer}: takes down into whose hands an incident's evidence was given. */
public final class EvidenceTransferCommand implements Command {
    private final Desks desks;

    public EvidenceTransferCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence transfer";
    }

    @Override
    public CommandSpec specification() {
        return Typed.specification(this, "Take down into whose hands an incident's evidence was given.")
                .addOption(Arguments.option("--to", "WHO", "Who has it now: a name, an office, a reference. Needed."))
                .addOption(Arguments.option(
                        "--file",
                        "EXPORT",
                        "The export that was given, a folder or a zip; it is verified, and its digest recorded."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        String to = Typed.text(typed, "--to")
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE,
                        "Nothing was recorded: the custody log says into whose hands. Say it with --to WHO."));
        String because = Typed.because(typed);
        var export = Typed.text(typed, "--file").map(EvidenceTransferCommand::path);
        try (var desk = desks.custody(invocation.options())) {
            return Typed.recorded(
                    invocation,
                    desk.transfer(incident, to, because, export),
                    "Recorded: " + incident + " was given to " + to + ".");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "--file \"" + text + "\" is no path: " + e.getReason() + ".");
        }
    }
}
