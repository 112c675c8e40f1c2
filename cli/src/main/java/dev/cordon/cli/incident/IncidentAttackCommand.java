package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.AttackDocument;
import dev.cordon.investigation.reconstruction.Reconstructed;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident attack ID}: what the attacker did, reconstructed from the rows that are stored. */
public final class IncidentAttackCommand implements Command {
    private final Desks desks;

    public IncidentAttackCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident attack";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this, "What the attacker did: mail accessed, sent and deleted, and what else he touched.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Reconstructed reconstructed;
        try (var desk = desks.reading(invocation.options())) {
            reconstructed = desk.attack(
                    Arguments.incident(invocation.arguments(), 0),
                    new ReconstructionLines(invocation.streams().errors()));
        }
        if (invocation.options().json()) {
            invocation.streams().writeInParts(out -> AttackDocument.write(reconstructed, out));
        } else {
            new AttackLines(reconstructed).show(invocation.screen());
        }
        if (!reconstructed.damaged().isEmpty()) {
            return ExitCode.NOT_GENUINE;
        }
        return reconstructed.looked() ? ExitCode.DONE : ExitCode.ATTENTION;
    }
}
