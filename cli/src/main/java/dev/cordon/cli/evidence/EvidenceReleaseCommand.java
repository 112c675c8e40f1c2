package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.CustodyDocument;
import dev.cordon.cli.screen.Tone;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence release}: the legal holds on an incident's evidence end. */
public final class EvidenceReleaseCommand implements Command {
    private final Desks desks;

    public EvidenceReleaseCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence release";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "End the legal hold on an incident's evidence.")
                .addPositional(Arguments.parameter(0, "INCIDENT", "Which incident."))
                .addOption(Arguments.option("--because", "TEXT", "Why; it stands in the custody log. Needed."))
                .addOption(Arguments.option("--by", "NAME", "Who ordered it, where that was somebody else."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        String because = Typed.because(typed);
        try (var desk = desks.custody(invocation.options())) {
            var entry = desk.release(
                    incident,
                    because,
                    Typed.text(typed, "--by"),
                    invocation.options().yes());
            if (invocation.options().json()) {
                invocation.write(CustodyDocument.of(entry));
            } else {
                invocation
                        .screen()
                        .paragraph(
                                Tone.GOOD,
                                incident
                                        + " is released: its evidence may be deleted when its retention is over. Custody entry "
                                        + entry.sequence() + ".");
            }
        }
        return ExitCode.DONE;
    }
}
