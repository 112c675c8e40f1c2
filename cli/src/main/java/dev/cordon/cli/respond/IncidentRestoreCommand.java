package dev.cordon.cli.respond;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.PassWindow;
import dev.cordon.cli.desk.ResponseDesk.Restore;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code incident restore ID}: gives the account back to its user. */
public final class IncidentRestoreCommand implements Command {
    private static final String SHOW_PASS = "--show-pass";

    private final Desks desks;

    public IncidentRestoreCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "incident restore";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(
                        this,
                        "Give the account back to its user: sessions revoked, a one-time pass, unblocked, watched"
                                + " while the user enrols anew.")
                .addPositional(Arguments.parameter(0, "ID", "Which incident."))
                .addOption(Arguments.flag(
                        SHOW_PASS,
                        "Print the one-time pass once on stderr; else it is shown at the terminal on request."))
                .addOption(Arguments.flag("--unblock", "Unblock sign-in also where somebody else blocked it."))
                .addOption(Arguments.option(
                        "--despite", "TEXT", "Why it is given back although the incident is not verified; journalled."))
                .addOption(Arguments.signIn());
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var incident = Arguments.incident(invocation.arguments(), 0);
        desks.requireBegun(invocation.options());
        try (ResponseDesk desk = desks.responses(invocation.options(), Arguments.signIn(invocation.arguments()))) {
            CaseView before = desk.incident(incident);
            invocation.streams().documentSoFar(() -> IncidentDocument.of(desk.incident(incident)));
            requireConfirmed(invocation, before);
            return Interruptible.run(invocation, () -> restore(invocation, desk, incident));
        }
    }

    private static ExitCode restore(Invocation invocation, ResponseDesk desk, IncidentId incident)
            throws InterruptedException {
        boolean showPass = invocation.arguments().hasMatchedOption(SHOW_PASS);
        try (var window = new PassOnce(invocation, showPass)) {
            return restore(invocation, desk, incident, window);
        }
    }

    private static ExitCode restore(Invocation invocation, ResponseDesk desk, IncidentId incident, PassOnce window)
            throws InterruptedException {
        var typed = invocation.arguments();
        boolean showPass = typed.hasMatchedOption(SHOW_PASS);
        boolean isSeen = showPass || invocation.streams().canAsk();
        var how = new Restore(
                typed.hasMatchedOption("--unblock"),
                Optional.ofNullable(typed.matchedOptionValue("--despite", (String) null))
                        .filter(text -> !text.isBlank()),
                isSeen ? Optional.<PassWindow>of(window) : Optional.empty());
        var view = new RunView(invocation.screen(), desk::restoring);
        var dialogue = Dialogues.recommended(invocation, view, "cordon incident restore " + incident);
        CaseView after = desk.restore(incident, how, dialogue);
        CaseSummary.end(after, invocation.screen());
        var restored = new Restored(after.state());
        restored.show(invocation.screen());
        window.show();
        if (invocation.options().json()) {
            invocation.write(IncidentDocument.of(after));
        }
        return restored.exitCode().orWorse(CaseSummary.exitCode(after));
    }

    private static void requireConfirmed(Invocation invocation, CaseView view) {
        if (invocation.options().yes()) {
            return;
        }
        Account account = view.state().incident().account();
        String name = Printable.name(account.displayName()) + " (" + Printable.name(account.userPrincipalName()) + ")";
        if (!invocation.streams().canAsk()) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "Giving the account of " + name
                            + " back needs your word, and there is no terminal to ask at: say --yes. Nothing was"
                            + " changed.");
        }
        var screen = invocation.screen();
        screen.paragraph(
                Tone.CAUTION,
                "Every session of " + name
                        + " ends, a one-time pass is made, and what happens in the account afterwards may be the user's"
                        + " doing: be sure who comes back. It can be taken away again by responding anew.");
        if (!new YesOrNo(screen, invocation.streams()).asks("Give the account back?", false)) {
            throw new Refusal(ExitCode.WRONG_USAGE, "The account was not given back; nothing was changed.");
        }
    }
}
