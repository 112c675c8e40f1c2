package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ExportOrder;
import dev.cordon.cli.document.ExportDocument;
import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.attestation.StampAnswer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence export}: an incident's evidence as a bag that others can check without Cordon. */
public final class EvidenceExportCommand implements Command {
    private final Desks desks;

    public EvidenceExportCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence export";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Hand an incident's evidence out as a BagIt bag that anybody can check with sha256sum alone.")
                .addPositional(Arguments.parameter(0, "INCIDENT", "Which incident."))
                .addOption(Arguments.option(
                        "--out",
                        "PATH",
                        "The folder or zip file that is to be written; nothing may be there. The folder exports in the data folder if"
                                + " absent."))
                .addOption(Arguments.flag("--zip", "One zip file, with its digest in a file beside it."))
                .addOption(
                        Arguments.option(
                                "--for",
                                "AUDIENCE",
                                "full (everything, the default), soc, legal or police; what they do not get is listed in redactions.csv."))
                .addOption(Arguments.option("--because", "TEXT", "Why it is handed out; it stands in the custody log."))
                .addOption(Vouching.sign())
                .addOption(Vouching.server());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        Audience audience = Arguments.word(typed, "--for", Audience.class, Audience.FULL);
        Optional<Path> out = Optional.ofNullable(typed.matchedOptionValue("--out", (String) null))
                .map(EvidenceExportCommand::path);
        var order = new ExportOrder(
                out,
                typed.hasMatchedOption("--zip"),
                audience,
                typed.matchedOptionValue("--because", ""),
                Vouching.signer(invocation),
                Vouching.server(invocation));
        try (var desk = desks.cases(invocation.options())) {
            var export = desk.export(incident, order);
            if (invocation.options().json()) {
                invocation.write(ExportDocument.of(export));
            } else {
                show(export, invocation.screen());
            }
            return code(export);
        }
    }

    private static ExitCode code(ExportDocument.Export export) {
        if (!export.damaged().isEmpty()) {
            return ExitCode.NOT_GENUINE;
        }
        return export.timeStamp().orElse(null) instanceof StampAnswer.None ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    private static void show(StampAnswer answer, Screen screen) {
        switch (answer) {
            case StampAnswer.Taken taken ->
                screen.paragraph(
                        Tone.PLAIN,
                        "Time stamp of " + taken.stamp().time() + " by "
                                + taken.stamp().signer() + ", serial "
                                + taken.stamp().serial() + ".");
            case StampAnswer.None none ->
                screen.paragraph(
                        Tone.CAUTION,
                        "WITHOUT A TIME STAMP: " + none.server() + " gave none: " + none.why()
                                + ". The export is whole without it; export again to get one.");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "--out \"" + text + "\" is no path: " + e.getReason() + ".");
        }
    }

    private static void show(ExportDocument.Export export, Screen screen) {
        screen.paragraph(
                Tone.GOOD,
                "Exported " + Amount.of(export.exhibits(), "exhibit", "exhibits") + ", "
                        + Amount.of(export.journalEntries(), "journal entry", "journal entries") + " and "
                        + Amount.of(export.custodyEntries(), "custody entry", "custody entries") + " to "
                        + export.path()
                        + (export.redactions() == 0
                                ? "."
                                : "; withheld are " + Amount.of(export.withheld(), "exhibit", "exhibits") + " and "
                                        + Amount.of(
                                                export.redactions() - export.withheld(),
                                                "journal entry",
                                                "journal entries")
                                        + ", as redactions.csv in it lists."));
        if (export.placesOnly() > 0) {
            screen.paragraph(
                    Tone.PLAIN,
                    Amount.of(export.placesOnly(), "more entry of both logs is", "more entries of both logs are")
                            + " in it only with the place in the chain, since they belong to other incidents or are withheld.");
        }
        if (export.deleted() > 0) {
            screen.paragraph(
                    Tone.CAUTION,
                    Amount.of(export.deleted(), "exhibit had", "exhibits had")
                            + " been lawfully deleted before; exhibits.csv in it lists each with its tombstone.");
        }
        if (!export.damaged().isEmpty()) {
            screen.paragraph(
                    Tone.BAD,
                    "DAMAGED, and so not in it: "
                            + export.damaged().stream().map(ExhibitId::value).collect(Collectors.joining(", "))
                            + ". Their bytes are no longer what was sealed; the export names them, and so does the custody log."
                            + " \"cordon evidence verify\" says more: restore them from a backup, and export again.");
        }
        export.signedBy()
                .ifPresent(name -> screen.paragraph(
                        Tone.PLAIN,
                        "Signed by " + name
                                + ". Whoever gets it needs your root certificate by another way to believe that."));
        export.timeStamp().ifPresent(answer -> show(answer, screen));
        screen.paragraph(
                Tone.PLAIN,
                "Tell whoever gets it this digest by another way than the export goes: tagmanifest-sha256.txt "
                        + export.tagManifest()
                        + ". By it he knows that nothing was changed on the way. It stands in the custody log as entry "
                        + export.custodyEntry() + ".");
    }
}
