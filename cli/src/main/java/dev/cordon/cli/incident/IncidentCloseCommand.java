package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.LeftOpen;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident close ID}: nothing is left to do, or it was no incident. */
public final class IncidentCloseCommand implements Command {
    private final Desks desks;

    public IncidentCloseCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident close";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Close an incident when nothing is left to do.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.flag("--false-positive", "It was no incident."))
                .addOption(Arguments.option("--because", "TEXT", "Why."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        boolean falsePositive = typed.hasMatchedOption("--false-positive");
        try (var desk = desks.cases(invocation.options())) {
            var left = new LeftOpen(desk.incident(incident).state());
            var view = desk.close(
                    incident,
                    falsePositive,
                    typed.matchedOptionValue("--because", ""),
                    invocation.options().yes());
            if (invocation.options().json()) {
                invocation.write(IncidentDocument.of(view));
            } else {
                invocation
                        .screen()
                        .line(incident + " is " + Word.of(view.state().state()) + ".");
                if (!left.clauses().isEmpty()) {
                    invocation
                            .screen()
                            .paragraph(Tone.CAUTION, "It leaves this: " + String.join("; ", left.clauses()) + ".");
                }
                if (falsePositive) {
                    new TakenAway(view.state())
                            .lines()
                            .forEach(line -> invocation.screen().paragraph(Tone.PLAIN, line));
                }
            }
        }
        return ExitCode.DONE;
    }
}
