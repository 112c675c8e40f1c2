package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.IncidentDocument;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident note ID TEXT}: what a person saw, said or did; with a task and a file, that it is done and what shows it. */
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
                .addPositional(Arguments.parameter(1, "TEXT", "The note. No secrets: it is kept for ever."))
                .addOption(Arguments.option(
                        "--task", "TASK", "The open task that is done with it, as 'incident show' names it."))
                .addOption(Arguments.option(
                        "--evidence",
                        "FILE",
                        "With --task: a file that shows it, a picture or an export; it is sealed."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String text = invocation.arguments().matchedPositionalValue(1, "");
        if (text.isBlank()) {
            throw new Refusal(ExitCode.WRONG_USAGE, "The note is empty.");
        }
        var incident = Arguments.incident(invocation.arguments(), 0);
        String task = invocation.arguments().matchedOptionValue("--task", "");
        Optional<Path> evidence = Optional.ofNullable(
                        invocation.arguments().matchedOptionValue("--evidence", (String) null))
                .map(Path::of);
        if (task.isBlank() && evidence.isPresent()) {
            throw new Refusal(ExitCode.WRONG_USAGE, "--evidence goes with --task: it shows that a task is done.");
        }
        try (var desk = desks.cases(invocation.options())) {
            if (task.isBlank()) {
                desk.note(incident, text);
            } else {
                desk.finish(incident, task, text, evidence);
            }
            if (invocation.options().json()) {
                invocation.write(IncidentDocument.of(desk.incident(incident)));
            } else {
                invocation.screen().line("Noted in " + incident + ".");
            }
        }
        return ExitCode.DONE;
    }
}
