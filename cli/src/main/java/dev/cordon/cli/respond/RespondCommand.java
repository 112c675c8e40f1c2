package dev.cordon.cli.respond;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Request;
import dev.cordon.cli.desk.ResponsePlan;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Word;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code respond compromised-account USER...}: throw the attacker out. */
public final class RespondCommand implements Command {
    private final Desks desks;

    public RespondCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "respond compromised-account";
    }

    @Override
    public CommandSpec specification() {
        var users = PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .paramLabel("USER")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("A sign-in name, an object id, a mail alias, or a display name that only one account has.")
                .build();
        return Arguments.specification(this, "Throw the attacker out of an account: contain, clean up, verify, report.")
                .addPositional(users)
                .addOption(Arguments.flag("--plan", "Show every call it would make; change nothing."))
                .addOption(Arguments.option(
                        "--decide", "HOW", "ask (the default), recommended, or a decision file: what is removed."))
                .addOption(Arguments.option(
                        "--attack", "WORD", "Is damage being done: " + Word.choices(AttackActivity.class)))
                .addOption(Arguments.option(
                        "--detected-by", "WORD", "What made you look: " + Word.choices(DetectionSource.class)))
                .addOption(
                        Arguments.option("--detected-at", "TIME", "When, such as 2026-03-02T08:00:00Z; now if absent."))
                .addOption(Arguments.option(
                        "--linked-with", "ID", "The incident in whose rows the account was found; both are linked."))
                .addOption(Dialogues.blockBreakGlass())
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<String> users = invocation.arguments().matchedPositionalValue(0, List.of());
        Request request = request(invocation.arguments(), users.getFirst());
        boolean isPlan = invocation.arguments().hasMatchedOption("--plan");
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(invocation.arguments()))) {
            return Interruptible.run(invocation, () -> {
                if (isPlan) {
                    return plan(invocation, desk, request, users);
                }
                return users.size() == 1
                        ? respond(invocation, desk, request)
                        : respondToEach(invocation, desk, request, users);
            });
        }
    }

    private static ExitCode plan(Invocation invocation, ResponseDesk desk, Request request, List<String> users)
            throws InterruptedException {
        List<String> named = users.size() == 1
                ? users
                : desk.accounts(users).stream().map(Account::objectId).toList();
        var plans = new ArrayList<ResponsePlan>();
        for (String user : named) {
            ResponsePlan plan = desk.plan(request.about(user), Dialogues.planned(invocation));
            plans.add(plan);
            if (!invocation.options().json()) {
                PlanView.show(plan, invocation.screen());
            }
        }
        if (invocation.options().json()) {
            invocation.write(PlanView.document(plans, users.size() > 1));
        }
        return ExitCode.DONE;
    }

    private static ExitCode respond(Invocation invocation, ResponseDesk desk, Request request)
            throws InterruptedException {
        var dialogue = Dialogues.of(
                invocation,
                new RunView(invocation.screen(), desk::procedure),
                incident -> invocation.streams().documentSoFar(() -> IncidentDocument.of(desk.incident(incident))));
        CaseView view = Dialogues.askedAtTheEnd(desk, desk.respond(request, dialogue), dialogue);
        CaseSummary.end(view, invocation.screen());
        if (invocation.options().json()) {
            invocation.write(IncidentDocument.of(view));
        }
        return CaseSummary.exitCode(view);
    }

    private static ExitCode respondToEach(Invocation invocation, ResponseDesk desk, Request request, List<String> users)
            throws InterruptedException {
        var responses = new Responses(invocation, desk);
        invocation.streams().documentSoFar(responses::document);
        responses.respond(request, users);
        if (invocation.options().json()) {
            invocation.write(responses.document());
        }
        return responses.exitCode();
    }

    static Request request(ParseResult typed, String user) {
        return new Request(
                user,
                Arguments.word(typed, "--attack", AttackActivity.class, AttackActivity.UNKNOWN),
                Arguments.word(typed, "--detected-by", DetectionSource.class, DetectionSource.NOT_SAID),
                Optional.ofNullable(typed.matchedOptionValue("--detected-at", (String) null))
                        .map(RespondCommand::time),
                Optional.ofNullable(typed.matchedOptionValue("--linked-with", (String) null))
                        .map(Arguments::incident));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "--detected-at cannot be \"" + text + "\"; it is a time in UTC such as 2026-03-02T08:00:00Z.");
        }
    }
}
