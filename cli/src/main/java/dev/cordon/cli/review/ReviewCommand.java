package dev.cordon.cli.review;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ReviewDesk;
import dev.cordon.cli.desk.StatedFacts;
import dev.cordon.cli.document.ReviewDocument;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Incident;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.ReviewFiles;
import dev.cordon.response.ReviewLog;
import dev.cordon.response.TenantReview;
import dev.cordon.response.TenantReview.Matter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code review}: the Monday review of a tenant, and the answers to what it told; {@code review --from FILES…}: what exported logs tell, for
 * which no tenant and no data folder is needed.
 */
public final class ReviewCommand implements Command {
    private static final List<String> WAYS = List.of("--from", "--dismiss", "--open", "--log");

    private final Desks desks;

    public ReviewCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "review";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "The Monday review: look through the tenant, since the last review, for what a person should know: incidents of"
                                + " Defender, odd sign-ins, Secure Score, phishing, and whatever an attacker could have left. Nothing is changed.")
                .addOption(
                        Arguments.option(
                                "--since",
                                "TIME",
                                "From when on, such as 2026-03-02T08:00:00Z; if absent since the last review, and a week at least."))
                .addOption(Arguments.option(
                        "--dismiss",
                        "ID",
                        "Say that a finding is nothing, with --because; it comes back if it changes."))
                .addOption(Arguments.option("--because", "TEXT", "Why it is dismissed; shown the next time."))
                .addOption(
                        Arguments.options(
                                "--open",
                                "ID",
                                "Open an incident for a finding, its clock running; may be given again for more about the same account."))
                .addOption(Arguments.option(
                        "--user", "USER", "Whose account --open is about, where the findings name nobody or several."))
                .addOption(Arguments.flag(
                        "--log",
                        "Show the weekly log of the reviews: a row a week, quarters, and what is expected of a year."))
                .addOption(Arguments.flag("--csv", "Beside --log: its rows as CSV."))
                .addOption(OptionSpec.builder("--from")
                        .paramLabel("FILE")
                        .arity("1..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(
                                "Look through exported logs instead, several together: a unified audit log, sign-ins as CSV or"
                                        + " JSON, a directory audit as JSON. No tenant is asked, and nothing is kept.")
                        .build())
                .addOption(StatedFacts.option())
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ParseResult typed = invocation.arguments();
        requireOneWay(typed);
        List<String> files = typed.matchedOptionValue("--from", List.of());
        if (!files.isEmpty()) {
            return files(invocation, files, StatedFacts.of(invocation, desks));
        }
        desks.requireBegun(invocation.options());
        try (ReviewDesk desk = desks.reviews(invocation.options(), Arguments.signIn(typed))) {
            if (typed.hasMatchedOption("--log")) {
                return log(invocation, desk.log());
            }
            Optional<String> dismissed = text(typed, "--dismiss");
            List<String> opened = typed.matchedOptionValue("--open", List.of());
            if (dismissed.isPresent()) {
                return dismiss(invocation, desk, dismissed.get());
            }
            return !opened.isEmpty()
                    ? open(invocation, desk, opened)
                    : Interruptible.run(invocation, () -> review(invocation, desk));
        }
    }

    private static void requireOneWay(ParseResult typed) {
        List<String> ways = WAYS.stream().filter(typed::hasMatchedOption).toList();
        if (ways.size() > 1) {
            throw new Refusal(ExitCode.WRONG_USAGE, "One of " + String.join(" and ", ways) + " at a time.");
        }
        requireBeside(typed, "--because", "--dismiss");
        requireBeside(typed, "--user", "--open");
        requireBeside(typed, "--csv", "--log");
        requireBeside(typed, "--organisation", "--from");
        if (!ways.isEmpty() && typed.hasMatchedOption("--since")) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE, "--since is for a review of the tenant, not for " + ways.getFirst() + ".");
        }
    }

    private static void requireBeside(ParseResult typed, String option, String beside) {
        if (typed.hasMatchedOption(option) && !typed.hasMatchedOption(beside)) {
            throw new Refusal(ExitCode.WRONG_USAGE, option + " stands beside " + beside + ".");
        }
    }

    private static ExitCode files(Invocation invocation, List<String> names, StatedFacts stated) {
        ReviewFiles.Reviewed reviewed =
                ReviewFiles.review(names.stream().map(Arguments::file).toList(), stated.facts());
        if (invocation.options().json()) {
            invocation.write(ReviewDocument.of(reviewed, stated.path()));
        } else {
            new ReviewPage(invocation.screen()).show(reviewed, stated.file());
        }
        return reviewed.needsLook() ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    private static ExitCode review(Invocation invocation, ReviewDesk desk) throws InterruptedException {
        invocation
                .streams()
                .whenInterrupted("Interrupted. Nothing was changed, and this review is not remembered; run it again.");
        var lines = new ReviewLines(invocation.streams().errors());
        Optional<Instant> since = text(invocation.arguments(), "--since").map(ReviewCommand::time);
        TenantReview review = desk.review(since, lines);
        lines.end();
        invocation
                .streams()
                .whenInterrupted(
                        "Interrupted. This review is remembered: what has no answer yet is told again the next time.");
        if (invocation.options().json()) {
            invocation.write(ReviewDocument.of(review));
        } else {
            show(invocation, desk, review);
        }
        return review.needsLook() ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    private static void show(Invocation invocation, ReviewDesk desk, TenantReview review) {
        List<Matter> open = review.matters();
        boolean isAsked = !open.isEmpty() && invocation.streams().canAsk();
        new TenantReviewPage(invocation.screen()).show(review, isAsked);
        if (open.isEmpty()) {
            return;
        }
        if (isAsked) {
            new ReviewQuestions(invocation, desk, review).ask(open);
        } else {
            invocation.screen().blank();
            invocation
                    .screen()
                    .line("Open an incident:  cordon review --open "
                            + open.getFirst().worst().id());
            invocation
                    .screen()
                    .line("Or say it is nothing: cordon review --dismiss "
                            + open.getFirst().worst().id() + " --because \"the reason\"");
        }
    }

    private static ExitCode log(Invocation invocation, ReviewLog log) {
        if (invocation.options().json()) {
            invocation.write(ReviewDocument.of(log));
        } else if (invocation.arguments().hasMatchedOption("--csv")) {
            invocation.streams().out().print(ReviewLogLines.csv(log));
        } else {
            new ReviewLogLines(invocation.screen()).show(log);
        }
        return ExitCode.DONE;
    }

    private static ExitCode dismiss(Invocation invocation, ReviewDesk desk, String finding) {
        String because = text(invocation.arguments(), "--because")
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE,
                        "Say why with --because; it is shown the next time. Nothing was recorded."));
        ReviewEntry.Told told = desk.dismiss(finding, because);
        if (invocation.options().json()) {
            invocation.write(ReviewDocument.dismissed(told, because));
        } else {
            invocation
                    .screen()
                    .paragraph(
                            Tone.GOOD,
                            "Dismissed: " + told.kind().replace('-', ' ') + ", " + Printable.name(told.subject())
                                    + ". It comes back if something about it changes.");
        }
        return ExitCode.DONE;
    }

    private static ExitCode open(Invocation invocation, ReviewDesk desk, List<String> findings) {
        Incident incident = desk.open(findings, text(invocation.arguments(), "--user"));
        if (invocation.options().json()) {
            invocation.write(ReviewDocument.opened(incident));
        } else {
            ReviewQuestions.told(incident, invocation.screen());
        }
        return ExitCode.ATTENTION;
    }

    private static Optional<String> text(ParseResult typed, String option) {
        return Stream.ofNullable(typed.matchedOptionValue(option, (String) null))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "--since cannot be \"" + text + "\"; it is a time in UTC such as 2026-03-02T08:00:00Z.");
        }
    }
}
