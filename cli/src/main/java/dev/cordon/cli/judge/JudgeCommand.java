package dev.cordon.cli.judge;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.StatedFacts;
import dev.cordon.cli.document.JudgeDocument;
import dev.cordon.incident.Word;
import dev.cordon.investigation.lines.JudgedLine;
import dev.cordon.investigation.lines.LineKind;
import dev.cordon.investigation.lines.LineVerdict;
import dev.cordon.response.JudgeLines;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code judge --kind KIND FILE}: says of each line of a file whether it is an attacker's. Asks no tenant and keeps nothing. */
public final class JudgeCommand implements Command {
    private final JudgeLines judgeLines;
    private final Desks desks;

    /** A command over these; {@code desks} are asked only where a tenant is named. */
    public JudgeCommand(JudgeLines judgeLines, Desks desks) {
        this.judgeLines = judgeLines;
        this.desks = desks;
    }

    @Override
    public String words() {
        return "judge";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Say of each line of a file whether it is an attacker's, and why. No tenant is asked and nothing is kept.")
                .addPositional(Arguments.parameter(
                        0, "FILE", "JSON Lines in UTF-8: one object per line, as Microsoft Graph writes it."))
                .addOption(Arguments.option(
                        "--kind",
                        "KIND",
                        "inbox-rule (messageRule), sign-in (signIn; judged against the others in the file) or consent"
                                + " (oAuth2PermissionGrant, appRoleAssignment)."))
                .addOption(StatedFacts.option());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Path file = Arguments.file(invocation.arguments().matchedPositionalValue(0, ""));
        LineKind kind = kind(invocation);
        StatedFacts stated = StatedFacts.of(invocation, desks);
        List<JudgedLine> judged = judgeLines.judge(kind, file, stated.facts());
        if (invocation.options().json()) {
            invocation.write(JudgeDocument.of(judged, stated.path()));
        } else {
            new JudgedLines(invocation.screen()).show(judged, stated.path());
        }
        return judged.stream().allMatch(line -> line.verdict() == LineVerdict.BENIGN)
                ? ExitCode.DONE
                : ExitCode.ATTENTION;
    }

    private static LineKind kind(Invocation invocation) {
        String typed = invocation.arguments().matchedOptionValue("--kind", "");
        return Word.find(LineKind.class, typed)
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE,
                        (typed.isEmpty() ? "--kind is missing" : "--kind cannot be \"" + typed + "\"")
                                + "; it is one of " + Word.choices(LineKind.class) + "."));
    }
}
