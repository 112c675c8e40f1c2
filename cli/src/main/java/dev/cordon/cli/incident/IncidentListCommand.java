package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.IncidentListDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.RunState;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident list}: every incident, the latest first. */
public final class IncidentListCommand implements Command {
    private final Desks desks;

    public IncidentListCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident list";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Every incident, the latest first.");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        try (var desk = desks.reading(invocation.options())) {
            var incidents = desk.incidents();
            if (invocation.options().json()) {
                invocation.write(IncidentListDocument.of(incidents));
            } else if (incidents.isEmpty()) {
                invocation.screen().line("No incident yet.");
            } else {
                incidents.forEach(state -> show(invocation.screen(), state));
            }
        }
        return ExitCode.DONE;
    }

    private static void show(Screen screen, RunState state) {
        var incident = state.incident();
        screen.line(incident.id() + "  " + incident.type().inWords() + "  " + Word.of(state.state()) + "  "
                + CaseSummary.upn(incident.account()) + "  opened "
                + incident.openedAt().truncatedTo(ChronoUnit.SECONDS)
                + (state.openTasks().isEmpty() ? "" : "  " + state.openTasks().size() + " open tasks"));
    }
}
