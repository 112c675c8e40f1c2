package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.procedure.ItemDecision;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident decide ID ITEM keep|remove}: a person's decision; resuming the incident carries it out. */
public final class IncidentDecideCommand implements Command {
    private final Desks desks;

    public IncidentDecideCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident decide";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Decide about one thing that was found; incident resume carries it out.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addPositional(Arguments.parameter(
                        1, "ITEM", "The item's id, or its name where only one has it; incident show lists them."))
                .addPositional(Arguments.parameter(2, "DECISION", "keep or remove."))
                .addOption(Arguments.option("--because", "TEXT", "Why; it stands in the report."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        String item = typed.matchedPositionalValue(1, "");
        ItemDecision decision = decision(typed.matchedPositionalValue(2, ""));
        try (var desk = desks.cases(invocation.options())) {
            var view = desk.decide(incident, item, decision, typed.matchedOptionValue("--because", ""));
            if (invocation.options().json()) {
                invocation.write(IncidentDocument.of(view));
            } else {
                invocation
                        .screen()
                        .paragraph(
                                Tone.PLAIN,
                                "Decided: " + Word.of(decision) + ". Carry it out with: cordon incident resume "
                                        + incident + " (without a terminal: --decide recommended, or a decision file)");
            }
        }
        return ExitCode.DONE;
    }

    private static ItemDecision decision(String word) {
        return Word.find(ItemDecision.class, word)
                .filter(decision -> decision != ItemDecision.UNDECIDED)
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE, "The decision cannot be \"" + word + "\"; it is keep or remove."));
    }
}
