package dev.cordon.cli.review;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.document.ReviewDocument;
import dev.cordon.response.ReviewFiles;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code review --from FILES…}: what exported logs tell that a person should look at. Needs no tenant and no data folder. */
public final class ReviewCommand implements Command {
    @Override
    public String words() {
        return "review";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Look through exported logs for what a person should know: rules, forwarding, rights, roles, consents,"
                                + " keys, new accounts, second factors, password spraying. No tenant is asked, and nothing is kept.")
                .addOption(OptionSpec.builder("--from")
                        .paramLabel("FILE")
                        .arity("1..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(
                                "A unified audit log, sign-ins as CSV or JSON, or a directory audit as JSON; several together.")
                        .build());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<String> names = invocation.arguments().matchedOptionValue("--from", List.of());
        if (names.isEmpty()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "Nothing says what to review. Export the unified audit log and name it: cordon review --from audit.csv");
        }
        ReviewFiles.Reviewed reviewed =
                ReviewFiles.review(names.stream().map(Arguments::file).toList());
        if (invocation.options().json()) {
            invocation.write(ReviewDocument.of(reviewed));
        } else {
            new ReviewPage(invocation.screen()).show(reviewed);
        }
        return reviewed.needsLook() ? ExitCode.ATTENTION : ExitCode.DONE;
    }
}
