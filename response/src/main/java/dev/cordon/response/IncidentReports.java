package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.account.ReportSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes an incident's report from its journal. */
public final class IncidentReports implements ReportSink {
    private final Workspace workspace;

    public IncidentReports(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Written write(IncidentId incident) {
        CaseRecord record = new Incidents(workspace).show(incident);
        StringBuilder text = new StringBuilder("# Incident " + incident + "\n\n");
        text.append("State: ").append(Word.of(record.state().state())).append("\n\n");
        record.state()
                .steps()
                .values()
                .forEach(step -> text.append("- ")
                        .append(step.id())
                        .append(": ")
                        .append(step.outcome().map(outcome -> outcome.word()).orElse("running"))
                        .append('\n'));
        try {
            Path folder = workspace.reports().resolve(incident.value());
            Files.createDirectories(folder);
            Path file = Files.writeString(folder.resolve("report.md"), text);
            return new Written(Map.of("markdown", file), "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
