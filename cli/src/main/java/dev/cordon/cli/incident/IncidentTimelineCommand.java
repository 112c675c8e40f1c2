package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.TimelineDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.IncidentType;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.report.IncidentTimeline;
import dev.cordon.report.TimelineEntry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
                .addOption(Arguments.flag(
                        "--all", "Every entry of the journal and every imported row, not the milestones only."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<TimelineEntry> entries;
        boolean isAll;
        try (var desk = desks.reading(invocation.options())) {
            var incident = Arguments.incident(invocation.arguments(), 0);
            List<Recorded> journal = desk.journal(incident);
            isAll = invocation.arguments().hasMatchedOption("--all") || isOfImportedEvidence(journal);
            entries = new ArrayList<>(IncidentTimeline.of(journal, Optional.empty()));
            desk.importedRows(incident, row -> entries.add(IncidentTimeline.imported(row)));
            entries.sort(Comparator.comparing(TimelineEntry::at));
            CutOffLines.show(desk, incident, invocation.screen());
        }
        if (invocation.options().json()) {
            invocation.write(TimelineDocument.of(entries));
        } else {
            Screen screen = invocation.screen();
            entries.stream()
                    .filter(entry -> isAll || entry.milestone())
                    .forEach(entry -> screen.paragraph(
                            Tone.PLAIN,
                            entry.at().truncatedTo(ChronoUnit.SECONDS) + "  " + entry.actor() + "  " + entry.text()
                                    + imported(entry)));
        }
        return ExitCode.DONE;
    }

    /** Where nothing was done there are no milestones: its rows are what is asked for. */
    private static boolean isOfImportedEvidence(List<Recorded> journal) {
        return journal.stream()
                .anyMatch(recorded -> recorded.entry() instanceof CaseEntry.IncidentOpened(var opened)
                        && opened.type() == IncidentType.IMPORTED_EVIDENCE);
    }

    /** What proves a row that was brought, and how it is known that its time is UTC. */
    private static String imported(TimelineEntry entry) {
        return entry.source().equals("journal")
                ? ""
                : entry.exhibit()
                        .map(exhibit -> " [" + exhibit + ", " + entry.clock() + "]")
                        .orElse("");
    }
}
