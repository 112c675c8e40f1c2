package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.StampDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.response.StampEvidence;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence stamp}: has both logs stamped as they end now, by a clock that is not ours. */
public final class EvidenceStampCommand implements Command {
    private final Desks desks;

    public EvidenceStampCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence stamp";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Have a time-stamp server attest (RFC 3161) that everything recorded so far is there now, and keep its answer.")
                .addPositional(Arguments.parameter(
                        0, "INCIDENT", "Whose evidence the answer is kept with; the stamp is over the logs of all."))
                .addOption(Vouching.server());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var incident = Arguments.incident(invocation.arguments(), 0);
        var server = Vouching.server(invocation)
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE,
                        "Nothing was stamped: no time-stamp server is known. Name one with --time-stamp-server URL."));
        try (var desk = desks.custody(invocation.options())) {
            var outcome = desk.stamp(incident, server);
            if (invocation.options().json()) {
                invocation.write(StampDocument.of(incident, outcome));
            } else {
                show(outcome, invocation.screen());
            }
            return outcome.entry().isPresent() ? ExitCode.DONE : ExitCode.NOT_POSSIBLE;
        }
    }

    private static void show(StampEvidence.Outcome outcome, Screen screen) {
        switch (outcome.answer()) {
            case StampAnswer.Taken taken ->
                screen.paragraph(
                        Tone.GOOD,
                        "Stamped: " + outcome.of().text() + ", at "
                                + taken.stamp().time() + " by "
                                + taken.stamp().signer() + " (serial "
                                + taken.stamp().serial() + "). Custody entry "
                                + outcome.entry()
                                        .map(entry -> Long.toString(entry.sequence()))
                                        .orElse("")
                                + ". \"cordon evidence verify\" says whether its maker is trusted here.");
            case StampAnswer.None none ->
                screen.paragraph(
                        Tone.BAD,
                        "NOT STAMPED: " + none.server() + " gave no time stamp: " + none.why()
                                + ". Nothing else is changed by that; try again, or name another server.");
        }
    }
}
