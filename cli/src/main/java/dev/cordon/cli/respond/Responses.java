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
import java.util.ArrayList;
import java.util.List;

/** Responses to several accounts, one after the other. What fails for one is told and neither stops nor hides the others. One thread. */
final class Responses {
    private final Invocation invocation;
    private final ResponseDesk desk;
    private final Dialogue dialogue;
    private final List<CaseView> views = new ArrayList<>();
    private final List<JsonObject> errors = new ArrayList<>();
    private ExitCode worst = ExitCode.DONE;

    Responses(Invocation invocation, ResponseDesk desk, Dialogue dialogue) {
        this.invocation = invocation;
        this.desk = desk;
        this.dialogue = dialogue;
    }

    void respond(Account account, Request request) throws InterruptedException {
        try {
            CaseView view = desk.respond(request, dialogue);
            views.add(view);
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

    /** What came of all of them. */
    JsonObject document() {
        return IncidentDocument.of(views, errors);
    }

    /** The worst of their endings. */
    ExitCode exitCode() {
        return worst;
    }
}
