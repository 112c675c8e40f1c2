package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentType;
import dev.cordon.investigation.phishing.FirstMove;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.phishing.AccountResponses;
import dev.cordon.playbooks.phishing.LureKinds;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Actor;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the responses to the accounts of those who clicked beside the response to the click, and tells how they stand. */
final class LinkedAccountResponses implements AccountResponses, AutoCloseable {
    private static final String CLICKED = "The account of somebody who clicked in this mail.";

    private final Workspace workspace;
    private final Tenant tenant;
    private final Incident phishing;
    private final Function<Account, Dialogue> dialogues;
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> begun = new ArrayList<>();
    private final Map<String, Standing> troubles = new LinkedHashMap<>();

    LinkedAccountResponses(
            Workspace workspace, Tenant tenant, Incident phishing, Function<Account, Dialogue> dialogues) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.phishing = phishing;
        this.dialogues = dialogues;
    }

    @Override
    public synchronized List<Standing> begin(List<Clicker> clickers) throws InterruptedException {
        List<UserAccount> fresh = new ArrayList<>();
        for (Clicker clicker : clickers) {
            Optional<CaseRecord> linked = linked(clicker.user());
            if (linked.isPresent()) {
                goOn(linked.get());
            } else if (!linkRunning(clicker.user())) {
                fresh.add(clicker.user());
            }
        }
        if (!fresh.isEmpty()) {
            open(fresh);
        }
        return standings(clickers.stream().map(Clicker::user).toList());
    }

    private void open(List<UserAccount> users) throws InterruptedException {
        RespondTogether together = new RespondTogether(workspace);
        RespondTogether.Begun opened = together.begin(
                tenant, request(), users, dialogues, AccountPlaybook.procedure(phishing.attack(), firstMoves(users)));
        for (Responded one : opened.ended()) {
            if (one instanceof Responded.NotDone(Account account, RuntimeException reason)) {
                trouble(account, reason);
            }
        }
        begun.add(runs.submit(() -> together.run(opened, tenant).forEach(this::ended)));
    }

    private void ended(Responded responded) {
        if (responded instanceof Responded.NotDone(Account account, RuntimeException reason)) {
            trouble(account, reason);
        }
    }

    private synchronized void trouble(Account account, RuntimeException reason) {
        troubles.put(
                account.objectId(),
                new Standing(
                        account.objectId(),
                        account.userPrincipalName(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(reason.getMessage() == null ? "It could not be begun." : reason.getMessage())));
    }

    /** What the lures of all of them make urgent: nothing of it may wait until the others are contained. */
    private Set<FirstMove> firstMoves(List<UserAccount> users) {
        return new Incidents(workspace)
                .show(phishing.id()).state().campaign().clicks().stream()
                        .filter(click -> users.stream()
                                .anyMatch(user -> user.userPrincipalName().equalsIgnoreCase(click.user())))
                        .flatMap(click -> LureKinds.firstMoves(click).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The tenant is connected, so nobody signs in by it. */
    private ResponseRequest request() {
        return new ResponseRequest(
                phishing.tenant(),
                phishing.account().objectId(),
                SignIn.CERTIFICATE,
                phishing.attack(),
                phishing.detectedBy(),
                Optional.of(phishing.detectedAt()),
                Optional.of(phishing.id()),
                phishing.drill(),
                dialogues.apply(phishing.account()).unheard());
    }

    private Optional<CaseRecord> linked(UserAccount user) {
        return new Incidents(workspace)
                .show(phishing.id()).state().chronicle().links().stream()
                        .map(link -> new Incidents(workspace).show(link.other()))
                        .filter(record -> isAbout(record, user))
                        .findFirst();
    }

    private static boolean isAbout(CaseRecord record, UserAccount user) {
        return record.incident().type() == IncidentType.COMPROMISED_ACCOUNT
                && record.incident().account().objectId().equalsIgnoreCase(user.objectId());
    }

    /** Somebody may be responding to the account already: that response is linked, and counts. */
    private boolean linkRunning(UserAccount user) {
        Optional<CaseRecord> running = new Incidents(workspace)
                .list().stream()
                        .filter(record -> record.incident().tenant().equals(phishing.tenant()))
                        .filter(record ->
                                isAbout(record, user) && !record.state().state().isEnded())
                        .filter(record -> !record.incident().openedAt().isBefore(phishing.detectedAt()))
                        .findFirst();
        running.ifPresent(record -> new LinkIncidents(workspace)
                .link(phishing.id(), record.incident().id(), CLICKED, Actor.CORDON));
        return running.isPresent();
    }

    /** One whose run was cut off is gone on with; one that is under way, or has come to its end, is left alone. */
    private void goOn(CaseRecord record) {
        boolean isCutOff =
                record.state().run().map(run -> run.endedAt().isEmpty()).orElse(true);
        if (isCutOff && !record.state().state().isEnded() && begun.isEmpty()) {
            begun.add(runs.submit(() -> run(record)));
        }
    }

    private Void run(CaseRecord record) throws InterruptedException {
        Incident incident = record.incident();
        CaseFile file = new CaseFile(
                tenant,
                incident.account().objectId(),
                workspace.tenants().breakGlass(incident.tenant()),
                dialogues.apply(incident.account()).decider(),
                workspace.wallTime(),
                workspace.wallTime().instant());
        try {
            new ProcedureRun(workspace, tenant, file, dialogues.apply(incident.account()))
                    .run(
                            incident,
                            RespondToCompromisedAccount.actor(tenant.caller()),
                            ResumeIncident.again(Playbook.procedure(workspace, incident), record));
        } catch (RuntimeException e) {
            trouble(incident.account(), e);
        }
        return null;
    }

    @Override
    public List<Standing> await() throws InterruptedException {
        for (Future<?> one : running()) {
            Together.result(one);
        }
        return standings();
    }

    private synchronized List<Future<?>> running() {
        return List.copyOf(begun);
    }

    private synchronized List<Standing> standings() {
        Map<String, Standing> standings = new LinkedHashMap<>(troubles);
        new Incidents(workspace)
                .show(phishing.id()).state().chronicle().links().stream()
                        .map(link -> new Incidents(workspace).show(link.other()))
                        .filter(record -> record.incident().type() == IncidentType.COMPROMISED_ACCOUNT)
                        .map(record -> standing(
                                record,
                                Optional.ofNullable(troubles.get(
                                                record.incident().account().objectId()))
                                        .flatMap(Standing::trouble)))
                        .forEach(standing -> standings.put(standing.objectId(), standing));
        return List.copyOf(standings.values());
    }

    private List<Standing> standings(List<UserAccount> users) {
        return standings().stream()
                .filter(standing ->
                        users.stream().anyMatch(user -> user.objectId().equalsIgnoreCase(standing.objectId())))
                .toList();
    }

    private static Standing standing(CaseRecord record, Optional<String> trouble) {
        Account account = record.incident().account();
        return new Standing(
                account.objectId(),
                account.userPrincipalName(),
                Optional.of(record.incident().id()),
                Optional.of(record.state().state()),
                trouble);
    }

    /** Cuts off what is still running; each can be resumed. */
    @Override
    public void close() {
        boolean isRunning = running().stream().anyMatch(one -> !one.isDone());
        if (isRunning) {
            runs.shutdownNow();
        }
        runs.close();
    }
}
