package dev.cordon.cli.incident;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code report ID}: the report, written anew from the journal. */
public final class ReportCommand implements Command {
    private static final List<String> FORMATS = List.of("html", "pdf", "markdown");

    private final Desks desks;

    public ReportCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "report";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "The report of an incident, as a page and as text.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.option("--format", "FORMAT", "html, pdf or markdown, for --out; html if absent."))
                .addOption(Arguments.option("--out", "FILE", "Copy it there, and name that path."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        String format = typed.matchedOptionValue("--format", "html");
        try (var desk = desks.reading(invocation.options())) {
            var written = new LinkedHashMap<>(desk.report(Arguments.incident(typed, 0)));
            Path report = written.get(format);
            if (report == null) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        "The report has no format \"" + format + "\"; it has " + String.join(", ", written.keySet())
                                + ".");
            }
            if (typed.hasMatchedOption("--out")) {
                written.put(format, copy(report, typed.matchedOptionValue("--out", "")));
            }
            if (invocation.options().json()) {
                invocation.write(document(written));
            } else {
                written.values().forEach(path -> invocation.screen().line("Report: " + path));
            }
        }
        return ExitCode.DONE;
    }

    private static JsonObject document(Map<String, Path> written) {
        var report = new JsonObject();
        for (String format : FORMATS) {
            Path path = written.get(format);
            if (path == null) {
                report.add(format, JsonNull.INSTANCE);
            } else {
                report.addProperty(format, path.toString());
            }
        }
        var document = new JsonObject();
        document.add("report", report);
        return document;
    }

    private static Path copy(Path report, String out) {
        try {
            Path copy = Path.of(out).toAbsolutePath().normalize();
            Files.copy(report, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException | InvalidPathException e) {
            throw new Refusal(
                    ExitCode.NOT_WRITTEN,
                    "The report could not be written to \"" + out + "\": " + FileTrouble.inWords(e) + ". It lies in "
                            + report + ".");
        }
    }
}
