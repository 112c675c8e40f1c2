package dev.cordon.cli.respond;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Dialogue;
import dev.cordon.cli.desk.ResponseDesk.Request;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Responses to several accounts, one after the other. What fails for one is told and neither stops nor hides the others. One thread works; any may ask for the document. */
final class Responses {
    private final Invocation invocation;
    private final ResponseDesk desk;
    private final Dialogue dialogue;
    private final Set<IncidentId> begun = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<JsonObject> errors = new CopyOnWriteArrayList<>();
    private ExitCode worst = ExitCode.DONE;

    Responses(Invocation invocation, ResponseDesk desk) {
        this.invocation = invocation;
        this.desk = desk;
        this.dialogue = Dialogues.of(invocation, new RunView(invocation.screen(), desk.procedure()), begun::add);
    }

    void respond(Account account, Request request) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("cut off before " + account.objectId());
        }
        try {
            CaseView view = Dialogues.askedAtTheEnd(desk, desk.respond(request, dialogue), dialogue);
            begun.add(view.state().incident().id());
            worst = worst.orWorse(CaseSummary.exitCode(view));
            CaseSummary.end(view, invocation.screen());
        } catch (RuntimeException e) {
            tell(account, invocation.meaning(e));
        }
    }

    private void tell(Account account, Refusal refusal) {
        worst = worst.orWorse(refusal.exitCode());
        errors.add(IncidentDocument.error(account, refusal.exitCode().number(), refusal.paragraph()));
        invocation
                .streams()
                .errors()
                .paragraph(Tone.BAD, Printable.name(account.userPrincipalName()) + ": " + refusal.paragraph());
    }

    /** What came of all of them so far: every incident that was opened, also where its response could not go on. */
    JsonObject document() {
        List<CaseView> views;
        synchronized (begun) {
            views = begun.stream().map(desk::incident).toList();
        }
        return IncidentDocument.of(views, errors);
    }

    /** The worst of their endings. */
    ExitCode exitCode() {
        return worst;
    }
}
