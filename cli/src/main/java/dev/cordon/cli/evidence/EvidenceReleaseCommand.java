package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence release}: the legal holds on an incident's evidence end. */
public final class EvidenceReleaseCommand implements Command {
    private final Desks desks;

    public EvidenceReleaseCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence release";
    }

    @Override
    public CommandSpec specification() {
        return Typed.specification(this, "End the legal hold on an incident's evidence.")
                .addOption(Typed.by());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        String because = Typed.because(typed);
        try (var desk = desks.custody(invocation.options())) {
            return Typed.recorded(
                    invocation,
                    desk.release(
                            incident,
                            because,
                            Typed.text(typed, "--by"),
                            invocation.options().yes()),
                    incident + " is released: its evidence may be deleted when its retention is over.");
        }
    }
}
