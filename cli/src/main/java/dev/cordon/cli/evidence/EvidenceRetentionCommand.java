package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.ExpiryDocument;
import dev.cordon.cli.screen.Amount;
import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence retention}: how long the evidence of closed incidents is kept. */
public final class EvidenceRetentionCommand implements Command {
    private final Desks desks;

    public EvidenceRetentionCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence retention";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this, "Say, or set, how long the evidence of a closed incident is kept. Deletes nothing.")
                .addPositional(Arguments.optionalParameter(
                        0, "PERIOD", "Such as P3Y, P18M or P90D, from the closing; what holds now is shown if absent."))
                .addOption(Arguments.option("--because", "TEXT", "Why; it is kept with the setting."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var typed = invocation.arguments();
        Optional<Retention> wanted = Optional.ofNullable(typed.matchedPositionalValue(0, (String) null))
                .map(EvidenceRetentionCommand::retention);
        try (var desk = desks.custody(invocation.options())) {
            Optional<RetentionSetting.Choice> chosen = wanted.map(
                            retention -> desk.retain(retention, typed.matchedOptionValue("--because", "")))
                    .or(desk::retention);
            Retention now = chosen.map(RetentionSetting.Choice::retention).orElse(Retention.USUAL);
            if (invocation.options().json()) {
                invocation.write(ExpiryDocument.of(now, chosen));
            } else {
                invocation.screen().line(sentence(now, chosen));
            }
        }
        return ExitCode.DONE;
    }

    private static Retention retention(String text) {
        return Retention.parse(text)
                .orElseThrow(
                        () -> new Refusal(
                                ExitCode.WRONG_USAGE,
                                "\"" + text
                                        + "\" is no retention; write years, months or days, such as P3Y, P18M or P90D. Nothing was changed."));
    }

    private static String sentence(Retention now, Optional<RetentionSetting.Choice> chosen) {
        return "Evidence is kept for " + Amount.of(now.period()) + " (" + now
                + ") after an incident was closed, and longer while it is held"
                + chosen.map(choice -> " (chosen " + choice.at().truncatedTo(ChronoUnit.SECONDS) + " by " + choice.by()
                                + (choice.why().isBlank() ? "" : ": " + choice.why()) + ").")
                        .orElse(" (nobody has chosen otherwise).");
    }
}
