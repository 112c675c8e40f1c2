package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.IncidentDocument;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident show ID}: one incident as it is now. */
public final class IncidentShowCommand implements Command {
    private final Desks desks;

    public IncidentShowCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident show";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "One incident: steps, findings, what is still open.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        try (var desk = desks.reading(invocation.options())) {
            var incident = Arguments.incident(invocation.arguments(), 0);
            var view = desk.incident(incident);
            CutOffLines.show(desk, incident, invocation.screen());
            if (invocation.options().json()) {
                invocation.write(IncidentDocument.of(view));
            } else {
                CaseSummary.show(view, invocation.screen());
            }
        }
        return ExitCode.DONE;
    }
}
