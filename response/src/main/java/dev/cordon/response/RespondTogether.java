package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.EarlyReading;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.playbooks.decision.DecisionFile;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.engine.StepGate;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Responds to several accounts at once: an incident each, linked with the others, the same step across all of them, privileged accounts
 * first, and all contained before anything of any is cleaned up ({@link StepByStep}). What fails for one neither stops nor hides the others.
 */
public final class RespondTogether {
    private final Workspace workspace;

    public RespondTogether(Workspace workspace) {
        this.workspace = workspace;
    }

    /** An account whose response is about to begin. */
    record Prepared(ResponseRequest request, UserAccount user, CaseFile file) {
        Account account() {
            return FindAccounts.account(user);
        }

        /** Roles that could not be read count as an administrator's: going first harms nobody. */
        boolean isPrivileged() throws InterruptedException {
            PreFlightCard card = file.card();
            return card.is(Circumstance.ADMINISTRATOR)
                    || card.is(Circumstance.BREAK_GLASS)
                    || !(card.roles() instanceof Attempt.Read);
        }
    }

    /** An account whose incident is in the journal. */
    record Opened(Prepared prepared, Incident incident, Actor actor, StepGate gate) {}

    /**
     * Responds.
     *
     * @param common what is asked for each; its user and dialogue are not used
     * @param users how the operator named the accounts; one named twice is responded to once
     * @param dialogues how the operator is asked about and told of each
     * @return what came of each, in the order of the work; those that the operator did not mean are among them
     * @throws RequestRefusedException when an account is not certain or a decision fits nothing in any; nothing was changed
     * @throws dev.cordon.tenant.TenantException when the tenant cannot be reached or refuses the first reading; nothing was changed
     * @throws InterruptedException when interrupted before the first incident was opened; afterwards it returns what there is, with the
     *     thread's interrupt set
     */
    public List<Responded> respond(ResponseRequest common, List<String> users, Function<Account, Dialogue> dialogues)
            throws InterruptedException {
        Instant startedAt = workspace.wallTime().instant();
        new LinkedIncident(workspace).requireThere(common);
        try (Tenant tenant = new Tenants(workspace).connect(common.tenant(), common.signIn())) {
            tenant.prepareChannels();
            ProcedureRun.readProcedureBeside();
            EarlyReading early = EarlyReading.start(tenant);
            List<Prepared> prepared = new ArrayList<>();
            for (Reading<UserAccount> account : FindAccounts.in(tenant, users)) {
                prepared.add(prepare(tenant, account, common, dialogues, startedAt, early));
            }
            common.requireDetectedBefore(tenant.clock().now());
            List<Responded> ended = new ArrayList<>();
            List<Prepared> meant = meant(privilegedFirst(prepared), ended);
            requireMatched(meant, tenant);
            return run(open(meant, AccountPlaybook.procedure(common.attack()), tenant, ended), tenant);
        }
    }

    /**
     * Incidents that are in the journal and whose runs have not begun.
     *
     * @param opened one for each account
     * @param ended those that were not opened, or not linked with the others
     */
    record Begun(List<Opened> opened, List<Responded> ended) {
        Begun {
            opened = List.copyOf(opened);
            ended = List.copyOf(ended);
        }
    }

    /**
     * Opens incidents in a tenant that is connected already, for accounts that are certain; {@link #run} then runs them. A decision file need not
     * fit anything in them.
     *
     * @param procedure what all of them will be run by, as far as it says what waits for the containment of all
     */
    Begun begin(
            Tenant tenant,
            ResponseRequest common,
            List<UserAccount> users,
            Function<Account, Dialogue> dialogues,
            Procedure procedure)
            throws InterruptedException {
        Instant startedAt = workspace.wallTime().instant();
        EarlyReading early = EarlyReading.start(tenant);
        List<Prepared> prepared = new ArrayList<>();
        for (Reading<UserAccount> account : FindAccounts.in(
                tenant, users.stream().map(UserAccount::objectId).toList())) {
            prepared.add(prepare(tenant, account, common, dialogues, startedAt, early));
        }
        List<Responded> ended = new ArrayList<>();
        return open(meant(privilegedFirst(prepared), ended), procedure, tenant, ended);
    }

    /** Runs what was opened to its end, whatever that is. */
    List<Responded> run(Begun begun, Tenant tenant) {
        List<Responded> ended = new ArrayList<>(begun.ended());
        ended.addAll(runAll(begun.opened(), tenant));
        return ended;
    }

    private Prepared prepare(
            Tenant tenant,
            Reading<UserAccount> account,
            ResponseRequest common,
            Function<Account, Dialogue> dialogues,
            Instant startedAt,
            EarlyReading early) {
        UserAccount user = account.value();
        Dialogue dialogue = dialogues.apply(FindAccounts.account(user));
        CaseFile file = new CaseFile(
                tenant,
                user.objectId(),
                workspace.tenants().breakGlass(common.tenant()),
                dialogue.decider(),
                workspace.wallTime(),
                startedAt);
        file.know(account);
        file.know(early);
        file.startCard();
        return new Prepared(common.about(user.objectId(), dialogue), user, file);
    }

    private static Map<Prepared, Boolean> privileged(List<Prepared> prepared) throws InterruptedException {
        Map<Prepared, Boolean> privileged = new LinkedHashMap<>();
        for (Prepared one : prepared) {
            privileged.put(one, one.isPrivileged());
        }
        return privileged;
    }

    private static List<Prepared> privilegedFirst(List<Prepared> prepared) throws InterruptedException {
        Map<Prepared, Boolean> privileged = privileged(prepared);
        return privileged.keySet().stream()
                .sorted(Comparator.comparing(privileged::get, Comparator.reverseOrder()))
                .toList();
    }

    /** All are asked about before the first of them is touched. */
    private static List<Prepared> meant(List<Prepared> prepared, List<Responded> ended) throws InterruptedException {
        List<Prepared> meant = new ArrayList<>();
        for (Prepared one : prepared) {
            var confirmation = one.request().dialogue().confirmation();
            if (confirmation.isEmpty() || confirmation.get().confirm(one.file().card())) {
                meant.add(one);
            } else {
                ended.add(new Responded.NotDone(
                        one.account(),
                        new RequestRefusedException(
                                Reason.NOT_CONFIRMED,
                                "The account was not confirmed; nothing was changed.",
                                "Run the command again.")));
            }
        }
        return meant;
    }

    /** A decision has to fit something in one of the accounts. */
    private static void requireMatched(List<Prepared> meant, Tenant tenant) throws InterruptedException {
        if (meant.isEmpty() || !(meant.getFirst().file().decider() instanceof DecisionFile)) {
            return;
        }
        Decider decisions = meant.getFirst().file().decider();
        Survey all = new Survey(List.of(), List.of());
        for (Prepared one : meant) {
            all = all.and(Survey.read(one.file(), tenant));
        }
        all.requireMatched(decisions);
    }

    /** Nothing waits between the first incident and the last: nobody's is left behind without its run. */
    private Begun open(List<Prepared> meant, Procedure procedure, Tenant tenant, List<Responded> ended)
            throws InterruptedException {
        Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
        StepByStep together = new StepByStep(procedure, workspace.wallTime());
        Map<Prepared, Boolean> privileged = privileged(meant);
        List<Opened> opened = new ArrayList<>();
        for (Prepared one : meant) {
            try {
                Incident incident = new OpenIncident(workspace)
                        .open(
                                one.request(),
                                one.user(),
                                OpenIncident.severity(one.file(), one.user()),
                                tenant.clock().now(),
                                actor);
                opened.add(new Opened(one, incident, actor, together.join(privileged.getOrDefault(one, true))));
            } catch (RuntimeException e) {
                ended.add(new Responded.NotDone(one.account(), e));
            }
        }
        link(opened, tenant, ended);
        return new Begun(opened, ended);
    }

    /** An account that cannot be linked is told of, and is responded to all the same. */
    private void link(List<Opened> opened, Tenant tenant, List<Responded> ended) {
        for (Opened one : opened) {
            try {
                link(one, opened, tenant);
            } catch (RuntimeException e) {
                ended.add(new Responded.NotDone(one.prepared().account(), e));
            }
        }
    }

    private void link(Opened one, List<Opened> opened, Tenant tenant) {
        IncidentId id = one.incident().id();
        opened.stream()
                .map(other -> other.incident().id())
                .filter(other -> !other.equals(id))
                .forEach(other -> workspace
                        .journal()
                        .append(
                                id,
                                tenant.clock().now(),
                                one.actor(),
                                new CaseEntry.IncidentLinked(other, "The same command responded to both.")));
    }

    /** Ends when all have ended; an interrupt of this thread reaches each of them. */
    private List<Responded> runAll(List<Opened> opened, Tenant tenant) {
        Map<Opened, Future<Responded>> runs = new LinkedHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            opened.forEach(one -> runs.put(one, each.submit(() -> run(one, tenant))));
        }
        List<Responded> ended = new ArrayList<>();
        runs.forEach((one, run) -> ended.add(ended(one, run)));
        return ended;
    }

    private static Responded ended(Opened one, Future<Responded> run) {
        if (run.state() == Future.State.SUCCESS) {
            return run.resultNow();
        }
        Throwable thrown = run.state() == Future.State.FAILED ? run.exceptionNow() : null;
        return new Responded.NotDone(
                one.prepared().account(),
                thrown instanceof RuntimeException exception
                        ? exception
                        : new IllegalStateException(
                                "The run of " + one.incident().id() + " failed", thrown));
    }

    private Responded run(Opened one, Tenant tenant) {
        Prepared prepared = one.prepared();
        try {
            return new Responded.Ended(
                    prepared.account(),
                    new ProcedureRun(
                                    workspace,
                                    tenant,
                                    prepared.file(),
                                    prepared.request().dialogue(),
                                    one.gate())
                            .start(one.incident(), one.actor()));
        } catch (RuntimeException e) {
            return new Responded.NotDone(prepared.account(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Responded.Ended(
                    prepared.account(),
                    new Incidents(workspace).show(one.incident().id()));
        } finally {
            one.gate().over();
        }
    }
}
