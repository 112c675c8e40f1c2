package dev.cordon.cli.respond;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.desk.ClickRequest;
import dev.cordon.cli.desk.ClickRequest.Said;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Dialogue;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.cli.screen.Printable;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code respond phishing-click USER...}: who reached the page, and the mail out of every mailbox. */
public final class PhishingClickCommand implements Command {
    private static final String ANSWERS = "--answers";
    private static final String BATCH = "--batch";
    private static final String BLOCK_SHARED = "--block-shared";
    private static final String DESPITE = "--despite";

    private final Desks desks;

    public PhishingClickCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "respond phishing-click";
    }

    @Override
    public CommandSpec specification() {
        var users = PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("USER")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "Who clicked, or reported it: a sign-in name, an object id, a mail alias, or a display name that only one"
                                + " account has. Several of one mail belong to one incident.")
                .build();
        return Arguments.specification(
                        this,
                        "Find out who reached a phishing page, contain them, and take the mail out of every mailbox.")
                .addPositional(users)
                .addOption(Arguments.flag("--plan", "Show every call it would make; change nothing."))
                .addOption(Arguments.flag(
                        BATCH,
                        "The week's clicks that Safe Links blocked, each closed with its reason; what is not clearly blocked is handled"
                                + " by itself."))
                .addOption(Arguments.option(
                        ANSWERS,
                        "FILE",
                        "What people say of it (schema cordon-answers/1), instead of questions at the terminal."))
                .addOption(Arguments.option(
                        "--decide", "HOW", "ask (the default), recommended, or a decision file: what is removed."))
                .addOption(
                        Arguments.flag(
                                BLOCK_SHARED,
                                "Block what many share, a partner's and your own too; else you are asked for each, or it is not blocked."))
                .addOption(Arguments.option(
                        DESPITE,
                        "TEXT",
                        "Respond to accounts that only saw the block page too; the text says why, in the journal."))
                .addOption(Arguments.option(
                        "--attack", "WORD", "Is damage being done: " + Word.choices(AttackActivity.class)))
                .addOption(Arguments.option(
                        "--detected-by", "WORD", "What made you look: " + Word.choices(DetectionSource.class)))
                .addOption(
                        Arguments.option("--detected-at", "TIME", "When, such as 2026-03-02T08:00:00Z; now if absent."))
                .addOption(Dialogues.blockBreakGlass())
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ParseResult typed = invocation.arguments();
        List<String> users = typed.matchedPositionalValue(0, List.of());
        boolean isBatch = typed.hasMatchedOption(BATCH);
        if (users.isEmpty() && !isBatch) {
            throw new dev.cordon.cli.command.Refusal(
                    ExitCode.WRONG_USAGE,
                    "Say who clicked: cordon respond phishing-click USER. For the clicks of the week: --batch. Nothing was changed.");
        }
        boolean isPlan = typed.hasMatchedOption("--plan");
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(typed))) {
            return Interruptible.run(invocation, () -> {
                ClickRequest request = request(invocation, users, isPlan || isBatch);
                if (isPlan) {
                    return plan(invocation, desk, request);
                }
                return isBatch ? batch(invocation, desk, request) : respond(invocation, desk, request);
            });
        }
    }

    private static ClickRequest request(Invocation invocation, List<String> users, boolean asksNobody) {
        ParseResult typed = invocation.arguments();
        Optional<Said> file = Optional.ofNullable(typed.matchedOptionValue(ANSWERS, (String) null))
                .map(name -> new Said.InFile(Arguments.file(name)));
        Said said = file.orElseGet(() -> asksNobody || !Dialogues.asks(invocation)
                ? new Said.Nothing()
                : new Said.Told(new IntakeQuestions(invocation.screen(), invocation.streams()).ask(users)));
        return new ClickRequest(
                RespondCommand.request(typed, users.isEmpty() ? "" : users.getFirst()),
                users,
                said,
                typed.hasMatchedOption(BLOCK_SHARED),
                Optional.ofNullable(typed.matchedOptionValue(DESPITE, (String) null)));
    }

    private static ExitCode plan(Invocation invocation, ResponseDesk desk, ClickRequest request)
            throws InterruptedException {
        var plan = desk.planClick(request);
        if (invocation.options().json()) {
            invocation.write(ClickPlanView.document(plan));
        } else {
            ClickPlanView.show(plan, invocation.screen());
        }
        return ExitCode.DONE;
    }

    private static ExitCode respond(Invocation invocation, ResponseDesk desk, ClickRequest request)
            throws InterruptedException {
        var asking = new Asking(invocation, desk);
        CaseView view = desk.respondToClick(request, asking.about(), asking::about);
        CaseSummary.end(view, invocation.screen());
        if (invocation.options().json()) {
            invocation.write(IncidentDocument.of(view));
        }
        return CaseSummary.exitCode(view);
    }

    private static ExitCode batch(Invocation invocation, ResponseDesk desk, ClickRequest request)
            throws InterruptedException {
        var asking = new Asking(invocation, desk);
        List<CaseView> views = desk.respondToClicks(request, asking.about(), asking::about);
        ExitCode worst = ExitCode.DONE;
        for (CaseView view : views) {
            worst = worst.orWorse(CaseSummary.exitCode(view));
            CaseSummary.end(view, invocation.screen());
        }
        if (views.isEmpty()) {
            invocation
                    .screen()
                    .paragraph(
                            dev.cordon.cli.screen.Tone.PLAIN,
                            "No click of the last seven days is left to be handled, as far as the Safe Links report shows it; it is about a"
                                    + " day late.");
        }
        if (invocation.options().json()) {
            invocation.write(IncidentDocument.of(views));
        }
        return worst;
    }

    /** Who is asked about the mail and about each account, and what is shown when it is cut off. */
    private static final class Asking {
        private final Invocation invocation;
        private final ResponseDesk desk;
        private final List<RunView> views = new ArrayList<>();
        private final Turns turns = new Turns(this::removing);
        private final Set<String> clicks = new ConcurrentSkipListSet<>();

        Asking(Invocation invocation, ResponseDesk desk) {
            this.invocation = invocation;
            this.desk = desk;
            invocation.streams().documentSoFar(this::document);
        }

        private synchronized int removing() {
            return views.stream().mapToInt(RunView::removing).sum();
        }

        private synchronized RunView shown(RunView view) {
            views.add(view);
            return view;
        }

        Dialogue about() {
            RunView view = shown(new RunView(invocation.screen(), desk::clickProcedure));
            return Dialogues.of(invocation, view, turns, this::toGoOnWith);
        }

        Dialogue about(Account account) {
            String name = Printable.line(account.userPrincipalName());
            int end = name.indexOf('@') < 1 ? name.length() : name.indexOf('@');
            RunView view = shown(new RunView(
                    invocation.screen(), desk::procedure, Optional.of(name.substring(0, Math.min(end, 16)))));
            return Dialogues.of(invocation, view, turns, this::toGoOnWith);
        }

        /** Going on with the click goes on with the accounts as well. */
        private Collection<IncidentId> toGoOnWith(Recorded recorded) {
            if (recorded.entry() instanceof CaseEntry.IncidentOpened opened
                    && opened.incident().type() == dev.cordon.incident.IncidentType.PHISHING_CLICK) {
                clicks.add(recorded.incident().value());
            }
            return clicks.isEmpty()
                    ? Set.of(recorded.incident())
                    : clicks.stream().map(IncidentId::new).toList();
        }

        private JsonObject document() {
            List<CaseView> begun =
                    clicks.stream().map(id -> desk.incident(new IncidentId(id))).toList();
            return begun.size() == 1 ? IncidentDocument.of(begun.getFirst()) : IncidentDocument.of(begun);
        }
    }
}
