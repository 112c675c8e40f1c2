package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.TimelineDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.report.IncidentTimeline;
import dev.cordon.report.TimelineEntry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident timeline ID}: what happened, in order of time. */
public final class IncidentTimelineCommand implements Command {
    private final Desks desks;

    public IncidentTimelineCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident timeline";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "What happened, in order of time.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.flag("--all", "Every entry of the journal, not the milestones only."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<TimelineEntry> entries;
        try (var desk = desks.reading(invocation.options())) {
            var journal = desk.journal(Arguments.incident(invocation.arguments(), 0));
            entries = IncidentTimeline.of(journal, Optional.empty());
        }
        if (invocation.options().json()) {
            invocation.write(TimelineDocument.of(entries));
        } else {
            boolean isAll = invocation.arguments().hasMatchedOption("--all");
            Screen screen = invocation.screen();
            entries.stream()
                    .filter(entry -> isAll || entry.milestone())
                    .forEach(entry -> screen.paragraph(
                            Tone.PLAIN,
                            entry.at().truncatedTo(ChronoUnit.SECONDS) + "  " + entry.actor() + "  " + entry.text()));
        }
        return ExitCode.DONE;
    }
}
