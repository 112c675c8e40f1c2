package dev.cordon.response;

import dev.cordon.incident.Incident;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.EarlyReading;
import dev.cordon.playbooks.decision.DecisionFile;
import dev.cordon.procedure.Actor;
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
        new LinkedIncident(workspace).requireThere(request);
        Instant startedAt = workspace.wallTime().instant();
        try (Tenant tenant = tenants.connect(request.tenant(), request.signIn())) {
            tenant.prepareChannels();
            ProcedureRun.readProcedureBeside();
            EarlyReading early = EarlyReading.start(tenant);
            Reading<UserAccount> account = ResolveUser.resolve(tenant.in(Lane.CONTAINMENT), request.user());
            request.requireDetectedBefore(tenant.clock().now());
            CaseFile file = new CaseFile(
                    tenant,
                    account.value().objectId(),
                    workspace.tenants().breakGlass(request.tenant()),
                    request.dialogue().decider(),
                    workspace.wallTime(),
                    startedAt);
            file.know(account);
            file.know(early);
            file.startCard();
            askFirst(request, file, tenant);
            Actor actor = actor(tenant.caller());
            Incident incident = new OpenIncident(workspace)
                    .open(
                            request,
                            account.value(),
                            OpenIncident.severity(file, account.value()),
                            tenant.clock().now(),
                            actor);
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

    static Actor actor(Caller caller) {
        return switch (caller.kind()) {
            case ADMINISTRATOR -> Actor.person(caller.name());
            case APPLICATION -> Actor.CORDON;
        };
    }
}
