package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.CustodyDesk;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.ExpiryDocument;
import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.LegalHold;
import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.response.ExpireEvidence.Expiry;
import dev.cordon.response.ExpireEvidence.Fate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence expire}: deletes the bytes of closed incidents whose retention is over, and leaves their tombstones. */
public final class EvidenceExpireCommand implements Command {
    private final Desks desks;

    public EvidenceExpireCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence expire";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Delete the evidence of closed incidents whose retention is over and that are not held; tombstones stay.")
                .addOption(Arguments.flag("--plan", "Only show what would be deleted, and what is kept until when."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        boolean isPlan = invocation.arguments().hasMatchedOption("--plan");
        try (var desk = desks.custody(invocation.options())) {
            Retention retention =
                    desk.retention().map(RetentionSetting.Choice::retention).orElse(Retention.USUAL);
            List<Expiry> expiries = isPlan ? desk.expiring() : expire(invocation, desk);
            if (invocation.options().json()) {
                invocation.write(ExpiryDocument.of(retention, isPlan, expiries));
            } else {
                show(expiries, retention, invocation.screen());
            }
            return expiries.stream().anyMatch(expiry -> expiry.fate() == Fate.BUSY)
                    ? ExitCode.ATTENTION
                    : ExitCode.DONE;
        }
    }

    /** Asks once, by name: nobody can give the bytes back. */
    private static List<Expiry> expire(Invocation invocation, CustodyDesk desk) {
        List<Expiry> due = desk.expiring().stream()
                .filter(expiry -> expiry.fate() == Fate.DUE)
                .toList();
        if (!due.isEmpty() && !invocation.options().yes()) {
            if (!invocation.streams().canAsk()) {
                throw new Refusal(
                        ExitCode.WRONG_USAGE,
                        "There is no terminal to ask at, so nothing was deleted. --plan shows what is due; say --yes.");
            }
            Screen screen = invocation.screen();
            screen.line(Tone.HEADING, "To be deleted, and nobody can give it back:");
            due.forEach(expiry -> screen.paragraph(Tone.BAD, "- " + line(expiry)));
            if (!new YesOrNo(screen, invocation.streams()).asks("Delete?", false)) {
                throw new Refusal(ExitCode.WRONG_USAGE, "Not confirmed; nothing was deleted.");
            }
        }
        return desk.expire();
    }

    private static void show(List<Expiry> expiries, Retention retention, Screen screen) {
        if (expiries.isEmpty()) {
            screen.line("No closed incident has evidence that could be deleted (kept for "
                    + Amount.of(retention.period()) + ").");
        }
        expiries.forEach(expiry -> screen.paragraph(tone(expiry.fate()), line(expiry)));
    }

    private static String line(Expiry expiry) {
        return expiry.incident() + ": " + Amount.of(expiry.exhibits(), "exhibit", "exhibits") + ", "
                + Amount.of(expiry.bytes(), "byte", "bytes") + ", closed "
                + expiry.closedAt().truncatedTo(ChronoUnit.SECONDS) + ". "
                + switch (expiry.fate()) {
                    case KEPT -> "Kept until " + expiry.keptUntil().truncatedTo(ChronoUnit.SECONDS) + ".";
                    case HELD ->
                        "Not deleted: "
                                + expiry.holds().stream().map(LegalHold::text).collect(Collectors.joining("; ")) + ".";
                    case DUE -> "Due since " + expiry.keptUntil().truncatedTo(ChronoUnit.SECONDS) + ".";
                    case DELETED -> "Deleted; the tombstone of each is in the custody log.";
                    case BUSY -> "Not deleted: another process works on it. Run this again later.";
                };
    }

    private static Tone tone(Fate fate) {
        return switch (fate) {
            case KEPT -> Tone.PLAIN;
            case DELETED -> Tone.GOOD;
            case HELD, DUE, BUSY -> Tone.CAUTION;
        };
    }
}
