package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.CustodyDocument;
import dev.cordon.cli.screen.Tone;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence hold}: nothing of an incident's evidence is deleted from here on. */
public final class EvidenceHoldCommand implements Command {
    private final Desks desks;

    public EvidenceHoldCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence hold";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this, "Legal hold: delete nothing of an incident's evidence, whatever its retention.")
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
            var entry = desk.hold(incident, because, Typed.text(typed, "--by"));
            if (invocation.options().json()) {
                invocation.write(CustodyDocument.of(entry));
            } else {
                invocation
                        .screen()
                        .paragraph(
                                Tone.GOOD,
                                incident
                                        + " is held: nothing of its evidence is deleted until it is released. Custody entry "
                                        + entry.sequence() + ".");
            }
        }
        return ExitCode.DONE;
    }
}
