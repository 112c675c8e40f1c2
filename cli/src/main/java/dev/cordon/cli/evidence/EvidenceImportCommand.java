package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.ImportDocument;
import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.response.ImportEvidence.Already;
import dev.cordon.response.ImportEvidence.Imported;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence import FILE}: seals what an administrator brought by hand, and keeps its rows. Needs no tenant. */
public final class EvidenceImportCommand implements Command {
    /** The whole list is in the document. */
    private static final int MOST_SHOWN = 20;

    private final Desks desks;

    public EvidenceImportCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence import";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Seal a file that you exported or received by hand, and keep its rows. No tenant is asked.")
                .addPositional(
                        Arguments.parameter(
                                0,
                                "FILE",
                                "An audit log, sign-ins or a message trace as CSV or JSON, a directory audit as JSON; anything else, such as a picture or a mail, is sealed as it is."))
                .addOption(Arguments.option("--incident", "ID", "Into this incident; a new one if absent."))
                .addOption(Arguments.option("--user", "UPN", "Whom the new incident is about, where you know it."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Optional<IncidentId> incident = Optional.ofNullable(
                        invocation.arguments().matchedOptionValue("--incident", (String) null))
                .map(id -> incident(id.strip()));
        Optional<String> user = text(invocation, "--user");
        if (incident.isPresent() && user.isPresent()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "--user is for a new incident; " + incident.get()
                            + " has its account already. Leave one of them out.");
        }
        Path file = Arguments.file(invocation.arguments().matchedPositionalValue(0, ""));
        Imported imported;
        try (var desk = desks.beginning(invocation.options())) {
            imported = desk.importEvidence(file, incident, user, before -> isToBeImportedAgain(before, invocation));
        }
        if (invocation.options().json()) {
            invocation.write(ImportDocument.of(imported));
        } else {
            show(imported, invocation.screen());
        }
        return isWhole(imported) ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private static boolean isWhole(Imported imported) {
        return imported.unreadable().isEmpty() && imported.notes().isEmpty() && !imported.isFollowed();
    }

    /** A second incident about the same file is easily opened by mistake. */
    private static boolean isToBeImportedAgain(List<Already> before, Invocation invocation) {
        if (invocation.options().yes()) {
            return true;
        }
        String there = "The same file was imported before: "
                + before.stream().map(EvidenceImportCommand::line).collect(Collectors.joining("; ")) + ".";
        if (!invocation.streams().canAsk()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    there + " Nothing was changed. 'cordon incident timeline "
                            + before.getFirst().incident()
                            + "' shows it; --incident imports into an incident, --yes into a second one.");
        }
        Screen screen = invocation.screen();
        screen.paragraph(Tone.CAUTION, there);
        return new YesOrNo(screen, invocation.streams()).asks("Open a second incident about it?", false);
    }

    private static String line(Already already) {
        return "into " + already.incident() + " as " + already.exhibit() + ", "
                + already.at().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<String> text(Invocation invocation, String option) {
        return Optional.ofNullable(invocation.arguments().matchedOptionValue(option, (String) null))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static IncidentId incident(String text) {
        if (!IncidentId.isIncidentId(text)) {
            throw new Refusal(ExitCode.WRONG_USAGE, "\"" + text + "\" is no incident. See: cordon incident list");
        }
        return new IncidentId(text);
    }

    private static void show(Imported imported, Screen screen) {
        String sealed = "Sealed as " + imported.exhibit() + " in " + imported.incident() + ", byte for byte";
        screen.paragraph(
                isWhole(imported) ? Tone.GOOD : Tone.CAUTION,
                switch (imported.kind()) {
                    case AUDIT_LOG -> sealed + ". Audit log: " + counts(imported);
                    case SIGN_INS -> sealed + ". Sign-ins: " + counts(imported);
                    case MESSAGE_TRACE -> sealed + ". Message trace: " + counts(imported);
                    case DIRECTORY_AUDIT -> sealed + ". Directory audit: " + counts(imported);
                    case RISK_DETECTIONS -> sealed + ". Risk detections: " + counts(imported);
                    case ALERTS -> sealed + ". Alerts: " + counts(imported);
                    case FILE -> sealed + ". It is kept as a file: no rows of a log were found in it.";
                });
        if (imported.isFollowed()) {
            screen.paragraph(
                    Tone.CAUTION,
                    "NOT ALL OF IT: the file says itself that another page follows (@odata.nextLink), and that is not in it. Fetch"
                            + " every page and import each; until then nothing that is missing here means anything.");
        }
        imported.notes().forEach(note -> screen.paragraph(Tone.CAUTION, note));
        if (imported.differing() > 0) {
            screen.paragraph(Tone.CAUTION, differing(imported));
        }
        List<UnreadableRow> unreadable = imported.unreadable();
        unreadable.stream()
                .limit(MOST_SHOWN)
                .forEach(row -> screen.paragraph(Tone.CAUTION, "  row " + row.row() + ": " + row.reason()));
        if (unreadable.size() > MOST_SHOWN) {
            screen.paragraph(
                    Tone.CAUTION, "  and " + (unreadable.size() - MOST_SHOWN) + " more; --json names every one.");
        }
        if (!imported.already().isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION,
                    "The same file had been imported before: "
                            + imported.already().stream()
                                    .map(EvidenceImportCommand::line)
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        if (imported.rows() > 0) {
            screen.line("See them in their order: cordon incident timeline " + imported.incident() + " --all");
        }
    }

    private static String differing(Imported imported) {
        String rows = imported.differingRows().stream()
                .limit(MOST_SHOWN)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return imported.differing()
                + " of those that were there already tell something else than the row with the same id that stands: row "
                + rows + (imported.differing() > MOST_SHOWN ? " and more" : "")
                + " of this file. Compare them in the exhibits.";
    }

    private static String counts(Imported imported) {
        return Amount.of(imported.rows(), "row", "rows") + ", " + imported.unique() + " kept, " + imported.duplicates()
                + " there already, " + imported.unreadable().size() + " unreadable.";
    }
}
