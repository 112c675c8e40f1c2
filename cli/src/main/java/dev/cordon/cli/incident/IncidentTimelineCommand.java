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
import dev.cordon.report.TimelineEntry;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
                        "--all", "Every entry of the journal and every row of a log, not the milestones only."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        try (var desk = desks.reading(invocation.options())) {
            var incident = Arguments.incident(invocation.arguments(), 0);
            List<Recorded> journal = desk.journal(incident);
            CutOffLines.show(desk, incident, invocation.screen());
            var timeline = new WholeTimeline(desk, incident, journal);
            if (invocation.options().json()) {
                invocation.streams().writeInParts(out -> {
                    var document = new TimelineDocument(out);
                    timeline.visit(document::add);
                    document.end();
                });
            } else {
                boolean isAll = invocation.arguments().hasMatchedOption("--all") || isOfImportedEvidence(journal);
                Screen screen = invocation.screen();
                timeline.visit(entry -> {
                    if (isAll || entry.milestone()) {
                        show(entry, screen);
                    }
                });
            }
        }
        return ExitCode.DONE;
    }

    private static void show(TimelineEntry entry, Screen screen) {
        screen.paragraph(
                Tone.PLAIN,
                entry.at().truncatedTo(ChronoUnit.SECONDS) + "  " + entry.actor() + "  " + entry.text()
                        + imported(entry));
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
