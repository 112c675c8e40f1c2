package dev.cordon.cli.respond;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Dialogue;
import dev.cordon.cli.desk.ResponseDesk.Request;
import dev.cordon.cli.desk.ResponseDesk.Responded;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.IncidentDocument;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.journal.CaseEntry;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Responses to several accounts at the same time. What fails for one is told and neither stops nor hides the others. Any thread may ask
 * for the document.
 */
final class Responses {
    private static final int LONGEST_LABEL = 16;

    private final Invocation invocation;
    private final ResponseDesk desk;
    private final List<RunView> views = new CopyOnWriteArrayList<>();
    private final Set<IncidentId> contained = ConcurrentHashMap.newKeySet();
    private final Turns turns =
            new Turns(() -> views.stream().mapToInt(RunView::removing).sum());
    private final Map<String, Dialogue> dialogues = new ConcurrentHashMap<>();
    private final Set<IncidentId> begun = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<JsonObject> errors = new CopyOnWriteArrayList<>();
    private ExitCode worst = ExitCode.DONE;

    Responses(Invocation invocation, ResponseDesk desk) {
        this.invocation = invocation;
        this.desk = desk;
    }

    void respond(Request common, List<String> users) throws InterruptedException {
        for (Responded responded : desk.respondToAll(common, users, this::dialogue)) {
            switch (responded) {
                case Responded.Ended(Account account, CaseView view) -> endedOrTold(account, view);
                case Responded.NotDone(Account account, RuntimeException reason) ->
                    tell(account, invocation.meaning(reason));
            }
        }
    }

    private Dialogue dialogue(Account account) {
        RunView view = new RunView(invocation.screen(), desk::procedure, Optional.of(label(account)));
        views.add(view);
        Dialogue dialogue = Dialogues.of(invocation, view, turns, recorded -> {
            begun.add(recorded.incident());
            if (recorded.entry() instanceof CaseEntry.StateChanged changed && changed.to() == IncidentState.CONTAINED) {
                contained.add(recorded.incident());
            }
            return notContainedFirst();
        });
        dialogues.put(account.objectId(), dialogue);
        return dialogue;
    }

    private static String label(Account account) {
        String name = Printable.line(account.userPrincipalName());
        int end = Math.min(name.indexOf('@') < 1 ? name.length() : name.indexOf('@'), LONGEST_LABEL);
        return name.substring(0, end);
    }

    /** What fails in the questions at the end of one keeps none of the others from being told. */
    private void endedOrTold(Account account, CaseView view) throws InterruptedException {
        begun.add(view.state().incident().id());
        try {
            ended(account, view);
        } catch (RuntimeException e) {
            tell(account, invocation.meaning(e));
        }
    }

    private void ended(Account account, CaseView ended) throws InterruptedException {
        Dialogue dialogue = dialogues.get(account.objectId());
        CaseView view = dialogue == null ? ended : Dialogues.askedAtTheEnd(desk, ended, dialogue);
        worst = worst.orWorse(CaseSummary.exitCode(view));
        invocation.screen().blank();
        invocation.screen().line(Tone.HEADING, Printable.name(account.userPrincipalName()));
        CaseSummary.end(view, invocation.screen());
    }

    private void tell(Account account, Refusal refusal) {
        worst = worst.orWorse(refusal.exitCode());
        errors.add(IncidentDocument.error(account, refusal.exitCode().number(), refusal.paragraph()));
        invocation
                .streams()
                .errors()
                .paragraph(Tone.BAD, Printable.name(account.userPrincipalName()) + ": " + refusal.paragraph());
    }

    /** Whoever goes on one by one must not clean up one account while the attacker is still in another. */
    private List<IncidentId> notContainedFirst() {
        return begun().stream()
                .sorted(Comparator.comparing(contained::contains))
                .toList();
    }

    private List<IncidentId> begun() {
        synchronized (begun) {
            return List.copyOf(begun);
        }
    }

    /** What came of all of them so far: every incident that was opened, also where its response could not go on. */
    JsonObject document() {
        return IncidentDocument.of(begun().stream().map(desk::incident).toList(), errors);
    }

    /** The worst of their endings. */
    ExitCode exitCode() {
        return worst;
    }
}
