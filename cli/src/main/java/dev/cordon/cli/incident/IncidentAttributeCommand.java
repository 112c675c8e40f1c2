package dev.cordon.cli.incident;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.AttributedDocument;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.incident.Word;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code incident attribute ID --address IP --to WHOM --because TEXT}: a person's word on whose an address, a session or a device is. */
public final class IncidentAttributeCommand implements Command {
    private final Desks desks;

    public IncidentAttributeCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident attribute";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this, "Say whose an address, a session or a device is; your word stands above ours.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.option("--address", "IP", "An address, in any spelling."))
                .addOption(Arguments.option("--session", "ID", "A session that stands in the rows."))
                .addOption(Arguments.option("--device", "ID", "A device that stands in the rows."))
                .addOption(Arguments.option("--to", "WHOM", "mine, user, attacker or unknown."))
                .addOption(Arguments.option("--because", "TEXT", "Why; it stands in the report."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ParseResult typed = invocation.arguments();
        var incident = Arguments.incident(typed, 0);
        TraceKind of = of(typed);
        String value = value(typed, of);
        Party to = party(typed.matchedOptionValue("--to", ""));
        String because = typed.matchedOptionValue("--because", "");
        if (because.isBlank()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "Say --because: others have to see why. It stands in the report. Nothing was changed.");
        }
        try (var desk = desks.cases(invocation.options())) {
            var said = desk.attribute(incident, of, value, to, because);
            if (invocation.options().json()) {
                invocation.write(AttributedDocument.of(incident, said));
            } else {
                invocation
                        .screen()
                        .paragraph(
                                Tone.PLAIN,
                                "Written down: the " + Word.of(said.of()) + " " + said.value() + " is "
                                        + AttackLines.whose(said.to())
                                        + ". What follows from it: cordon incident attack "
                                        + incident);
            }
        }
        return ExitCode.DONE;
    }

    private static TraceKind of(ParseResult typed) {
        List<TraceKind> named = Arrays.stream(TraceKind.values())
                .filter(kind -> !value(typed, kind).isBlank())
                .toList();
        if (named.size() != 1) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE, "Say one of --address, --session and --device. Nothing was changed.");
        }
        return named.getFirst();
    }

    private static String value(ParseResult typed, TraceKind kind) {
        return typed.matchedOptionValue("--" + Word.of(kind), "");
    }

    private static Party party(String word) {
        return switch (word) {
            case "mine" -> Party.OURS;
            case "user" -> Party.USER;
            case "attacker" -> Party.ATTACKER;
            case "unknown" -> Party.UNKNOWN;
            default ->
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        "--to cannot be \"" + word + "\"; it is mine, user, attacker or unknown. Nothing was changed.");
        };
    }
}
