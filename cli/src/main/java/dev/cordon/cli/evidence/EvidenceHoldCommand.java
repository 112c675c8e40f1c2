package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence hold}: nothing of an incident's evidence is deleted from here on. */
public final class EvidenceHoldCommand implements Command {
    private final Desks desks;

    public EvidenceHoldCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence hold";
    }

    @Override
    public CommandSpec specification() {
        return Typed.specification(
                        this, "Legal hold: delete nothing of an incident's evidence, whatever its retention.")
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
                    desk.hold(incident, because, Typed.text(typed, "--by")),
                    incident + " is held: nothing of its evidence is deleted until it is released.");
        }
    }
}
