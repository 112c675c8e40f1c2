package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.IncidentDocument;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident note ID TEXT}: what a person saw, said or did. */
public final class IncidentNoteCommand implements Command {
    private final Desks desks;

    public IncidentNoteCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident note";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Write down what you saw, said or did; it stands in the report.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addPositional(Arguments.parameter(1, "TEXT", "The note. No secrets: it is kept for ever."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String text = invocation.arguments().matchedPositionalValue(1, "");
        if (text.isBlank()) {
            throw new Refusal(ExitCode.WRONG_USAGE, "The note is empty.");
        }
        var incident = Arguments.incident(invocation.arguments(), 0);
        try (var desk = desks.cases(invocation.options())) {
            desk.note(incident, text);
            if (invocation.options().json()) {
                invocation.write(IncidentDocument.of(desk.incident(incident)));
            } else {
                invocation.screen().line("Noted in " + incident + ".");
            }
        }
        return ExitCode.DONE;
    }
}
