package dev.cordon.cli.respond;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.incident.IncidentId;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident resume ID}: goes on where it stopped. */
public final class IncidentResumeCommand implements Command {
    private final Desks desks;

    public IncidentResumeCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident resume";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this, "Go on with an incident where it stopped; what is certain is not repeated.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.option("--decide", "HOW", "ask (the default), recommended, or a decision file."))
                .addOption(Dialogues.blockBreakGlass())
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var incident = Arguments.incident(invocation.arguments(), 0);
        desks.requireBegun(invocation.options());
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(invocation.arguments()))) {
            invocation.streams().documentSoFar(() -> IncidentDocument.of(desk.incident(incident)));
            return Interruptible.run(invocation, () -> resume(invocation, desk, incident));
        }
    }

    private static ExitCode resume(Invocation invocation, ResponseDesk desk, IncidentId incident)
            throws InterruptedException {
        var dialogue =
                Dialogues.of(invocation, new RunView(invocation.screen(), () -> desk.procedure(incident)), same -> {});
        CaseView view = Dialogues.askedAtTheEnd(desk, desk.resume(incident, dialogue), dialogue);
        CaseSummary.end(view, invocation.screen());
        if (invocation.options().json()) {
            invocation.write(IncidentDocument.of(view));
        }
        return CaseSummary.exitCode(view);
    }
}
