package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.ClickPlan;
import dev.cordon.cli.desk.ClickRequest;
import dev.cordon.cli.desk.Question;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponsePlan;
import dev.cordon.cli.desk.Undo;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.UndoneItem;
import dev.cordon.cli.screen.Printable;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.playbooks.containment.PasswordKeeper;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.containment.SecondYes;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.playbooks.decision.Decision;
import dev.cordon.playbooks.decision.DecisionFile;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.phishing.PhishingClick;
import dev.cordon.playbooks.restore.PassKeeper;
import dev.cordon.playbooks.restore.RestoreAccount;
import dev.cordon.playbooks.undo.GiveBack;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.RunListener;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.procedure.schedule.Rechecks;
import dev.cordon.response.CampaignDialogue;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectionListener;
import dev.cordon.response.DecideItem;
import dev.cordon.response.FindAccounts;
import dev.cordon.response.GiveAccountBack;
import dev.cordon.response.Incidents;
import dev.cordon.response.PlanResponse;
import dev.cordon.response.RespondToCompromisedAccount;
import dev.cordon.response.RespondToPhishingClick;
import dev.cordon.response.RespondToWeekOfClicks;
import dev.cordon.response.RespondTogether;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Confirmation;
import dev.cordon.response.ResumeIncident;
import dev.cordon.response.Tenants;
import dev.cordon.response.UndoItems;
import dev.cordon.response.Watch;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The response with the tenants of an open data folder; translates between the command line's words and the use cases'. */
final class TenantResponses implements ResponseDesk {
    private static final Actor PERSON = Actor.person("operator");

    private final OpenWorkspace open;
    private final Optional<String> chosen;
    private final SignInRule signIn;
    private final boolean drill;

    TenantResponses(OpenWorkspace open, Optional<String> chosen, SignInRule signIn, boolean drill) {
        this.open = open;
        this.chosen = chosen;
        this.signIn = signIn;
        this.drill = drill;
    }

    @Override
    public Procedure procedure() {
        return ProcedureFile.shipped(CompromisedAccount.PROCEDURE);
    }

    @Override
    public Procedure procedure(IncidentId incident) {
        return switch (new Incidents(open.workspace()).show(incident).incident().type()) {
            case PHISHING_CLICK -> clickProcedure();
            case COMPROMISED_ACCOUNT, BEC, IMPORTED_EVIDENCE -> procedure();
        };
    }

    @Override
    public List<Account> accounts(List<String> users) {
        String tenant = new Tenants(open.workspace()).choose(chosen);
        return new FindAccounts(open.workspace()).find(tenant, signIn(tenant), users);
    }

    @Override
    public ResponsePlan plan(Request request, Answers answers) throws InterruptedException {
        var dialogue = new Dialogue(answers, Optional.empty(), recorded -> {});
        PlanResponse.Plan plan = new PlanResponse(open.workspace()).plan(asked(request, dialogue));
        return new ResponsePlan(
                plan.account(),
                PreFlightLines.of(plan.card()),
                plan.items().stream()
                        .map(item -> new ResponsePlan.Item(
                                question(item.proposal()), item.remove().orElse(false)))
                        .toList(),
                plan.calls().stream()
                        .map(call -> new ResponsePlan.Call(call.step(), call.what(), call.call()))
                        .toList(),
                plan.notRead());
    }

    @Override
    public CaseView respond(Request request, Dialogue dialogue) throws InterruptedException {
        return CaseViews.of(new RespondToCompromisedAccount(open.workspace()).respond(asked(request, dialogue)), open);
    }

    @Override
    public List<Responded> respondToAll(Request common, List<String> users, Function<Account, Dialogue> dialogues)
            throws InterruptedException {
        var unused = new Dialogue(new Answers.Recommended(), Optional.empty(), recorded -> {});
        return new RespondTogether(open.workspace())
                .respond(asked(common, unused), users, account -> dialogue(dialogues.apply(account))).stream()
                        .map(this::responded)
                        .toList();
    }

    private Responded responded(dev.cordon.response.Responded responded) {
        return switch (responded) {
            case dev.cordon.response.Responded.Ended(var account, var record) -> ended(account, record);
            case dev.cordon.response.Responded.NotDone(var account, var reason) ->
                new Responded.NotDone(account, reason);
        };
    }

    /** One that cannot be shown hides none of the others. */
    private Responded ended(Account account, CaseRecord record) {
        try {
            return new Responded.Ended(account, CaseViews.of(record, open));
        } catch (RuntimeException e) {
            return new Responded.NotDone(account, e);
        }
    }

    @Override
    public Procedure clickProcedure() {
        return ProcedureFile.shipped(PhishingClick.PROCEDURE);
    }

    @Override
    public ClickPlan planClick(ClickRequest request) throws InterruptedException {
        var nobody = new Dialogue(new Answers.Recommended(), Optional.empty(), recorded -> {});
        return clicks().plan(clickRequest(request, nobody, _ -> nobody));
    }

    @Override
    public CaseView respondToClick(ClickRequest request, Dialogue dialogue, Function<Account, Dialogue> others)
            throws InterruptedException {
        return CaseViews.of(
                new RespondToPhishingClick(open.workspace()).respond(clickRequest(request, dialogue, others)), open);
    }

    @Override
    public List<CaseView> respondToClicks(ClickRequest request, Dialogue dialogue, Function<Account, Dialogue> others)
            throws InterruptedException {
        return new RespondToWeekOfClicks(open.workspace())
                .respond(clickRequest(request, dialogue, others)).stream()
                        .map(record -> CaseViews.of(record, open))
                        .toList();
    }

    private Clicks clicks() {
        return new Clicks(open);
    }

    private RespondToPhishingClick.Request clickRequest(
            ClickRequest request, Dialogue dialogue, Function<Account, Dialogue> others) {
        ResponseRequest common = asked(request.common(), dialogue);
        return new RespondToPhishingClick.Request(
                common,
                request.users(),
                Clicks.intake(request.said()),
                Clicks.source(request.said()),
                clicks().partners(common.tenant()),
                new CampaignDialogue(
                        account -> dialogue(others.apply(account)),
                        Clicks.consent(dialogue, request.blockShared()),
                        request.despite()));
    }

    @Override
    public CaseView resume(IncidentId incident, Dialogue dialogue) throws InterruptedException {
        return CaseViews.of(
                new ResumeIncident(open.workspace()).resume(incident.value(), signIn::of, dialogue(dialogue)), open);
    }

    @Override
    public CaseView removeAlso(IncidentId incident, List<Question> things, Dialogue dialogue)
            throws InterruptedException {
        var decide = new DecideItem(open.workspace());
        for (Question thing : things) {
            decide.decide(incident.value(), thing.id(), ItemDecision.REMOVE, "", PERSON);
        }
        return resume(incident, dialogue);
    }

    @Override
    public Procedure undoProcedure() {
        return ProcedureFile.shipped(GiveBack.PROCEDURE);
    }

    @Override
    public Undo.Preview undoable(Undo.Request request) {
        return Undos.preview(
                new UndoItems(open.workspace()).preview(request.incident().value(), Undos.scope(request)));
    }

    @Override
    public List<UndoneItem> undo(Undo.Request request, RunListener listener) throws InterruptedException {
        Actor author = Actor.person(System.getProperty("user.name", "operator"));
        return Undos.items(new UndoItems(open.workspace())
                .undo(
                        request.incident().value(),
                        Undos.scope(request),
                        new UndoItems.Dialogue(author, signIn::of, listener)));
    }

    @Override
    public Procedure restoring() {
        return ProcedureFile.shipped(RestoreAccount.PROCEDURE);
    }

    @Override
    public CaseView restore(IncidentId incident, Restore how, Dialogue dialogue) throws InterruptedException {
        Optional<PassKeeper> keeper = how.pass().map(window -> (_, pass, until) -> window.take(pass::reveal, until));
        var asked = new GiveAccountBack.How(how.unblock(), how.despite(), keeper);
        return CaseViews.of(
                new GiveAccountBack(open.workspace()).giveBack(incident.value(), signIn::of, dialogue(dialogue), asked),
                open);
    }

    @Override
    public CollectLogs.Collection collect(IncidentId incident, CollectLogs.Request request, CollectionListener listener)
            throws InterruptedException {
        return new CollectLogs(open.workspace()).collect(incident.value(), request, signIn::of, listener);
    }

    @Override
    public CaseView incident(IncidentId incident) {
        return CaseViews.of(new Incidents(open.workspace()).show(incident), open);
    }

    @Override
    public Watched watch(Dialogue dialogue, Consumer<Due> begins) {
        Watch.Looked looked = new Watch(open.workspace())
                .once(signIn::of, dialogue(dialogue), scheduled -> begins.accept(due(scheduled)));
        return new Watched(
                looked.done().stream().map(done -> rechecked(done, looked)).toList(),
                looked.unreachable(),
                stillDue(looked),
                waiting(looked.waiting()),
                waiting(looked.unasked()));
    }

    private static List<StillDue> stillDue(Watch.Looked looked) {
        return looked.stillDue().stream()
                .sorted(Comparator.comparing(Rechecks.Scheduled::dueAt))
                .map(one -> new StillDue(one.incident(), one.name(), whyNotDone(one, looked)))
                .toList();
    }

    private static String whyNotDone(Rechecks.Scheduled scheduled, Watch.Looked looked) {
        return looked.done().stream()
                .filter(done -> done.scheduled().incident().equals(scheduled.incident())
                        && done.scheduled().name().equals(scheduled.name()))
                .reduce((_, last) -> last)
                .map(done -> switch (done) {
                    case Rechecks.Done.Held(var _, var holder, var _) -> "held by " + Printable.name(holder);
                    case Rechecks.Done.Failed(var _, IncidentClaimedException elsewhere) ->
                        "held by " + Printable.name(elsewhere.holder());
                    case Rechecks.Done.Failed(var _, InterruptedException _) -> "not looked at because it was cut off";
                    case Rechecks.Done.Failed _ -> "not looked at because of what is said above";
                    case Rechecks.Done.CarriedOut _ -> "due again since it was looked at";
                })
                .orElse("not looked at because it fell due meanwhile, or the look was cut off");
    }

    private Due due(Rechecks.Scheduled scheduled) {
        Account account = new Incidents(open.workspace())
                .show(scheduled.incident())
                .incident()
                .account();
        return new Due(
                scheduled.incident(),
                scheduled.name(),
                account.userPrincipalName(),
                Watch.looksAtLogs(scheduled) ? Subject.LOGS : Subject.ACCOUNT);
    }

    @Override
    public List<Waiting> waiting() {
        return waiting(open.workspace().rechecks().scheduled());
    }

    private static List<Waiting> waiting(List<Rechecks.Scheduled> scheduled) {
        return scheduled.stream()
                .map(one -> new Waiting(one.incident(), one.name(), one.dueAt()))
                .sorted(Comparator.comparing(Waiting::dueAt))
                .toList();
    }

    @Override
    public void close() {
        open.close();
    }

    private ResponseRequest asked(Request request, Dialogue dialogue) {
        String tenant = new Tenants(open.workspace()).choose(chosen);
        return new ResponseRequest(
                tenant,
                request.user(),
                signIn(tenant),
                request.attack(),
                request.detectedBy(),
                request.detectedAt(),
                request.linkedWith(),
                drill,
                dialogue(dialogue));
    }

    private SignIn signIn(String tenant) {
        return signIn.of(new Tenants(open.workspace()).list().getOrDefault(tenant, Path.of(tenant)));
    }

    private static ResponseRequest.Dialogue dialogue(Dialogue dialogue) {
        Optional<Confirmation> confirmation =
                dialogue.person().map(person -> card -> person.means(PreFlightLines.of(card)));
        RepeatPolicy repeats =
                dialogue.person().<RepeatPolicy>map(person -> person::repeats).orElse(RepeatPolicy.always());
        RunListener listener = dialogue.listener();
        return new ResponseRequest.Dialogue(
                        decider(dialogue.answers()), confirmation, repeats, PasswordKeeper.none(), listener)
                .with(secondYes(dialogue));
    }

    private static SecondYes secondYes(Dialogue dialogue) {
        return dialogue.blockBreakGlass()
                ? SecondYes.beforehand()
                : dialogue.person()
                        .<SecondYes>map(person -> person::blocksBreakGlass)
                        .orElse(SecondYes.never());
    }

    private static Decider decider(Answers answers) {
        return switch (answers) {
            case Answers.Recommended _ -> Decider.recommended();
            case Answers.FromFile(Path path) -> decisions(path);
            case Answers.Asked(Person person) -> proposal -> asked(person, proposal);
        };
    }

    private static Decision asked(Person person, Proposal proposal) throws InterruptedException {
        if (!proposal.removable()) {
            return new Decision(false, Actor.CORDON, "cannot be removed from here yet");
        }
        if (proposal.verdict() == Verdict.BENIGN) {
            person.keeps(question(proposal));
            return new Decision(false, Actor.CORDON, "");
        }
        return switch (person.chooses(question(proposal))) {
            case REMOVE -> new Decision(true, PERSON, "");
            case KEEP -> new Decision(false, PERSON, "");
            case LEAVE_OPEN -> new Decision(false, Actor.CORDON, "");
        };
    }

    private static DecisionFile decisions(Path path) {
        try {
            return DecisionFile.parse(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "The decision file " + path + " could not be read: " + FileTrouble.inWords(e)
                            + ". Nothing was changed.");
        }
    }

    private static Question question(Proposal proposal) {
        return new Question(
                Word.of(proposal.kind()),
                proposal.id(),
                proposal.name(),
                proposal.verdict(),
                proposal.reasons(),
                proposal.isRemovalRecommended(),
                proposal.removable(),
                proposal.whatIsLost());
    }

    private Rechecked rechecked(Rechecks.Done done, Watch.Looked looked) {
        Due due = due(done.scheduled());
        return switch (done) {
            case Rechecks.Done.CarriedOut(var scheduled) -> {
                Watch.Found found = looked.found().get(scheduled);
                yield found == null
                        ? notLooked(due, looked.notLooked().get(scheduled))
                        : new Rechecked(
                                due,
                                true,
                                found.pending() ? Optional.empty() : Optional.of(found.clean()),
                                Optional.of(found.state()),
                                inWords(found, due.incident()),
                                found.unseen().exceptions(),
                                found.awaited());
            }
            case Rechecks.Done.Held(var _, var holder, var since) ->
                new Rechecked(due, false, Optional.empty(), Optional.empty(), inWords(holder, since));
            case Rechecks.Done.Failed(var _, var reason) ->
                new Rechecked(due, false, Optional.empty(), Optional.empty(), "stays due: " + inWords(reason));
        };
    }

    private static String inWords(String holder, Optional<Instant> since) {
        return "stays due: it is held by another process, " + Printable.name(holder)
                + since.map(at -> ", since " + at.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("")
                + ". One that is gone holds it for half a minute; look again then.";
    }

    private static Rechecked notLooked(Due due, Watch.@Nullable NotLooked why) {
        return why == null
                ? new Rechecked(due, true, Optional.empty(), Optional.empty(), "Nothing was looked at.")
                : new Rechecked(due, !why.staysDue(), Optional.empty(), Optional.empty(), why.because());
    }

    private static String inWords(Exception reason) {
        if (reason instanceof InterruptedException) {
            return "it was cut off.";
        }
        return reason instanceof RuntimeException told
                ? Explanations.explain(told).map(Refusal::paragraph).orElse(Explanations.UNFORESEEN)
                : Explanations.UNFORESEEN;
    }

    private static String inWords(Watch.Found found, IncidentId incident) {
        if (found.collected().isPresent()) {
            return found.collected().get();
        }
        if (found.clean()) {
            return found.unseen().rest() + " was as it should be."
                    + found.unseen().added();
        }
        if (!found.cameBack() && found.unseen().isQuietAsFarAsRead()) {
            return "what could be read was as it should be; the incident is " + Word.of(found.state()) + "."
                    + found.unseen().added() + " See: cordon incident show " + incident;
        }
        return (found.cameBack()
                        ? "something came back, or the attacker signed in again, and what can be removed was removed"
                                + " again; "
                        : "not everything was as it should be; ")
                + "the incident is " + Word.of(found.state()) + "."
                + found.unseen().added() + " See: cordon incident show " + incident;
    }
}
