package dev.cordon.app;

import dev.cordon.cli.CommandLineDoor;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.evidence.EvidenceDecryptCommand;
import dev.cordon.cli.evidence.EvidenceEncryptCommand;
import dev.cordon.cli.evidence.EvidenceExpireCommand;
import dev.cordon.cli.evidence.EvidenceExportCommand;
import dev.cordon.cli.evidence.EvidenceHoldCommand;
import dev.cordon.cli.evidence.EvidenceImportCommand;
import dev.cordon.cli.evidence.EvidenceListCommand;
import dev.cordon.cli.evidence.EvidencePassphraseCommand;
import dev.cordon.cli.evidence.EvidenceReleaseCommand;
import dev.cordon.cli.evidence.EvidenceRetentionCommand;
import dev.cordon.cli.evidence.EvidenceStampCommand;
import dev.cordon.cli.evidence.EvidenceTransferCommand;
import dev.cordon.cli.evidence.EvidenceVerifyCommand;
import dev.cordon.cli.incident.IncidentAttackCommand;
import dev.cordon.cli.incident.IncidentAttributeCommand;
import dev.cordon.cli.incident.IncidentCloseCommand;
import dev.cordon.cli.incident.IncidentDecideCommand;
import dev.cordon.cli.incident.IncidentLinkCommand;
import dev.cordon.cli.incident.IncidentListCommand;
import dev.cordon.cli.incident.IncidentNoteCommand;
import dev.cordon.cli.incident.IncidentShowCommand;
import dev.cordon.cli.incident.IncidentTimelineCommand;
import dev.cordon.cli.incident.ReportCommand;
import dev.cordon.cli.judge.JudgeCommand;
import dev.cordon.cli.respond.IncidentCollectCommand;
import dev.cordon.cli.respond.IncidentRestoreCommand;
import dev.cordon.cli.respond.IncidentResumeCommand;
import dev.cordon.cli.respond.PhishingClickCommand;
import dev.cordon.cli.respond.RespondCommand;
import dev.cordon.cli.respond.UndoCommand;
import dev.cordon.cli.respond.WatchCommand;
import dev.cordon.cli.review.ReviewCommand;
import dev.cordon.cli.tenant.TenantAddCommand;
import dev.cordon.cli.tenant.TenantCheckCommand;
import dev.cordon.cli.tenant.TenantListCommand;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.response.JudgeLines;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The entry of the program: what was typed goes through the command line's door, its exit code back to the caller. */
public final class Main {
    static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] arguments) {
        ClosedWebAddresses.close();
        TlsGroups.choose();
        if (List.of(arguments).contains("respond")) {
            Microsoft365Connector.prepare();
        }
        int code = run(arguments);
        // System.exit sets the logging up in order to log itself; where nobody is left to stop, coming back ends the
        // process too.
        if (code != 0 || Thread.activeCount() > 1) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        var streams = new Streams(
                System.out,
                System.err,
                Main::nextLine,
                Main::unseenLine,
                System.getProperty("cordon.terminal", ""),
                System.getenv(),
                InstantSource.system());
        // A trace on the screen would tell the operator nothing.
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.getLogger(Main.class.getName())
                .log(System.Logger.Level.ERROR, "thread failed name=" + thread.getName(), thrown));
        var interruption = Interruption.of(Thread.currentThread(), streams);
        try {
            return door(streams, interruption).run(arguments).number();
        } finally {
            interruption.over();
        }
    }

    /** The door of a process that is not interrupted by signals. */
    static CommandLineDoor door(Streams streams) {
        return door(streams, Interruption.never());
    }

    private static CommandLineDoor door(Streams streams, Interruption interruption) {
        return new CommandLineDoor(commands(streams, interruption), VERSION, streams, Explanations::explain);
    }

    // Read byte by byte: nothing that was typed ahead for another program is taken away from it.
    private static String nextLine() {
        var line = new ByteArrayOutputStream();
        try {
            int next = System.in.read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = System.in.read();
            }
            return line.toString(StandardCharsets.UTF_8) + (next < 0 ? "" : "\n");
        } catch (IOException endOfInput) {
            return "";
        }
    }

    // Only Java's console can switch the echo off, and there is none where stdout is no terminal.
    private static Optional<String> unseenLine() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> Optional.ofNullable(console.readPassword())
                        .map(String::new)
                        .orElse(""));
    }

    private static List<Command> commands(Streams streams, Interruption interruption) {
        var desks = new Wiring(streams, InstantSource.system());
        return List.of(
                new DemoCommand(streams, InstantSource.system()),
                new SimulateCommand(interruption),
                new TenantAddCommand(desks),
                new TenantListCommand(desks),
                new TenantCheckCommand(desks),
                new RespondCommand(desks),
                new PhishingClickCommand(desks),
                new IncidentListCommand(desks),
                new IncidentShowCommand(desks),
                new IncidentTimelineCommand(desks),
                new IncidentAttackCommand(desks),
                new IncidentAttributeCommand(desks),
                new IncidentLinkCommand(desks),
                new IncidentNoteCommand(desks),
                new IncidentDecideCommand(desks),
                new IncidentResumeCommand(desks),
                new IncidentCollectCommand(desks),
                new UndoCommand(desks),
                new IncidentRestoreCommand(desks),
                new IncidentCloseCommand(desks),
                new EvidenceListCommand(desks),
                new EvidenceExportCommand(desks),
                new EvidenceVerifyCommand(desks),
                new EvidenceImportCommand(desks),
                new EvidenceHoldCommand(desks),
                new EvidenceReleaseCommand(desks),
                new EvidenceTransferCommand(desks),
                new EvidenceStampCommand(desks),
                new EvidenceRetentionCommand(desks),
                new EvidenceExpireCommand(desks),
                new EvidenceEncryptCommand(desks),
                new EvidenceDecryptCommand(desks),
                new EvidencePassphraseCommand(desks),
                new JudgeCommand(new JudgeLines(), desks),
                new ReportCommand(desks),
                new ReviewCommand(desks),
                new WatchCommand(desks));
    }
}
