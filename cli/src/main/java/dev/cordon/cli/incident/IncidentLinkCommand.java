package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.LinkedDocument;
import dev.cordon.cli.screen.Tone;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident link ID OTHER --because TEXT}: two incidents belong to the same attack, both journals say. */
public final class IncidentLinkCommand implements Command {
    private final Desks desks;

    public IncidentLinkCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident link";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this, "Link two incidents that belong to the same attack, in the journals of both.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addPositional(Arguments.parameter(1, "OTHER", "With which other one."))
                .addOption(Arguments.option("--because", "TEXT", "Why; it stands in both reports. Needed."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        var other = Arguments.incident(typed, 1);
        String because = typed.matchedOptionValue("--because", "").strip();
        if (because.isEmpty()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "Say --because: others have to see why. It stands in both reports. Nothing was changed.");
        }
        try (var desk = desks.cases(invocation.options())) {
            var linked = desk.link(incident, other, because);
            if (invocation.options().json()) {
                invocation.write(LinkedDocument.of(linked));
            } else {
                invocation
                        .screen()
                        .paragraph(
                                Tone.PLAIN,
                                linked.already()
                                        ? incident + " and " + other + " were linked before, and nothing was written: "
                                                + linked.because()
                                        : "Linked " + incident + " and " + other + ", in the journals of both.");
            }
        }
        return ExitCode.DONE;
    }
}
