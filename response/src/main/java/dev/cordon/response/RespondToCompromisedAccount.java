package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.EarlyReading;
import dev.cordon.playbooks.decision.DecisionFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;

/**
 * Opens an incident about one account and runs the compromised-account procedure until it is verified or can go no further. The journal
 * is written before anything is changed; an interrupted run is taken up again by {@link ResumeIncident}.
 */
public final class RespondToCompromisedAccount {
    private final Workspace workspace;

    public RespondToCompromisedAccount(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Responds.
     *
     * @throws RequestRefusedException when the account is not certain, a decision fits nothing, or the operator said no; nothing was changed
     * @throws dev.cordon.tenant.TenantException when the tenant cannot be reached or refuses the first reading; nothing was changed
     * @throws InterruptedException when interrupted before the incident was opened
     */
    public CaseRecord respond(ResponseRequest request) throws InterruptedException {
        Tenants tenants = new Tenants(workspace);
        Instant startedAt = workspace.wallTime().instant();
        try (Tenant tenant = tenants.connect(request.tenant(), request.signIn())) {
            tenant.prepareChannels();
            EarlyReading early = EarlyReading.start(tenant);
            Reading<UserAccount> account = ResolveUser.resolve(tenant.in(Lane.CONTAINMENT), request.user());
            CaseFile file = new CaseFile(
                    tenant, account.value().objectId(), request.dialogue().decider(), workspace.wallTime(), startedAt);
            file.know(account);
            file.know(early);
            file.startCard();
            askFirst(request, file, tenant);
            Actor actor = actor(tenant.caller());
            Incident incident = open(request, account.value(), tenant.clock().now(), actor);
            return new ProcedureRun(workspace, tenant, file, request.dialogue()).start(incident, actor);
        }
    }

    private static void askFirst(ResponseRequest request, CaseFile file, Tenant tenant) throws InterruptedException {
        if (request.dialogue().confirmation().isPresent()
                && !request.dialogue().confirmation().get().confirm(file.card())) {
            throw new RequestRefusedException(
                    Reason.NOT_CONFIRMED,
                    "The account was not confirmed; nothing was changed.",
                    "Run the command again.");
        }
        if (request.dialogue().decider() instanceof DecisionFile decisions) {
            Survey.read(file, tenant).requireMatched(decisions);
        }
    }

    private Incident open(ResponseRequest request, UserAccount user, Instant tenantTime, Actor actor) {
        requireNoOther(request.tenant(), user.objectId());
        IncidentId id = IncidentIds.next(
                workspace.random(), tenantTime, workspace.journal().incidents());
        Incident incident = new Incident(
                id,
                IncidentType.COMPROMISED_ACCOUNT,
                request.tenant(),
                new Account(user.objectId(), user.userPrincipalName(), user.displayName()),
                Severity.HIGH,
                request.detectedBy(),
                request.detectedAt().orElse(tenantTime),
                tenantTime,
                request.attack(),
                request.drill());
        workspace.journal().append(id, tenantTime, actor, new CaseEntry.IncidentOpened(incident));
        return incident;
    }

    /** A second run on the same account would reset the password a second time and fight the first one. */
    private void requireNoOther(String tenant, String objectId) {
        new Incidents(workspace)
                .list().stream()
                        .filter(record -> record.incident().tenant().equals(tenant))
                        .filter(record -> record.incident().account().objectId().equalsIgnoreCase(objectId))
                        .filter(record -> !record.state().state().isEnded() && isUnderWay(record))
                        .findFirst()
                        .ifPresent(record -> {
                            throw new RequestRefusedException(
                                    Reason.NOT_POSSIBLE_NOW,
                                    "A response to this account is under way or was cut off: "
                                            + record.incident().id() + ".",
                                    "Wait for it, or go on with 'cordon incident resume "
                                            + record.incident().id() + "'. Nothing was changed.");
                        });
    }

    private static boolean isUnderWay(CaseRecord record) {
        return record.state().run().map(run -> run.endedAt().isEmpty()).orElse(true);
    }

    static Actor actor(Caller caller) {
        return switch (caller.kind()) {
            case ADMINISTRATOR -> Actor.person(caller.name());
            case APPLICATION -> Actor.CORDON;
        };
    }
}
