package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.phishing.ClickForecast;
import dev.cordon.playbooks.phishing.IntakeEntries;
import dev.cordon.playbooks.phishing.PhishingFile;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.response.PlanResponse.PlannedCall;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows what a response to a phishing click would do: reads and judges, and changes nothing. */
public final class PlanPhishingClick {
    private final Workspace workspace;

    public PlanPhishingClick(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What would be done.
     *
     * @param account whom the incident would be about
     * @param people whether each reached the page
     * @param scope whom the mail reached, a line each
     * @param calls every change, in order
     * @param notRead what could not be read
     */
    public record Plan(
            Account account,
            List<OfCampaign.ClickJudged> people,
            List<String> scope,
            List<PlannedCall> calls,
            List<String> notRead) {
        public Plan {
            people = List.copyOf(people);
            scope = List.copyOf(scope);
            calls = List.copyOf(calls);
            notRead = List.copyOf(notRead);
        }
    }

    /**
     * Plans. Changes nothing, keeps nothing.
     *
     * @throws RequestRefusedException when nobody is named or an account is not certain
     */
    public Plan plan(RespondToPhishingClick.Request request) throws InterruptedException {
        if (request.users().isEmpty()) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_USER,
                    "Nobody is named.",
                    "A plan is made for those who are named: say who clicked.");
        }
        ResponseRequest common = request.common();
        try (Tenant connected = new Tenants(workspace).connect(common.tenant(), common.signIn())) {
            Tenant tenant = connected.in(Lane.COLLECTION);
            List<UserAccount> named = FindAccounts.in(tenant, request.users()).stream()
                    .map(Reading::value)
                    .toList();
            PhishingFile file = new PhishingFile(
                    file(request, tenant, named.getFirst().objectId()), objectId -> file(request, tenant, objectId));
            ClickForecast forecast = ClickForecast.read(
                    file, said(request, named), connected.clock().now());
            return new Plan(
                    FindAccounts.account(named.getFirst()),
                    forecast.clicks(),
                    forecast.scope(),
                    forecast.calls().stream()
                            .map(call -> new PlannedCall(call.step(), call.what(), call.call()))
                            .toList(),
                    forecast.notSeen());
        }
    }

    private CaseFile file(RespondToPhishingClick.Request request, Tenant tenant, String objectId) {
        return new CaseFile(
                tenant,
                objectId,
                workspace.tenants().breakGlass(request.common().tenant()),
                request.common().dialogue().decider(),
                workspace.wallTime(),
                workspace.wallTime().instant());
    }

    private static CampaignProgress said(RespondToPhishingClick.Request request, List<UserAccount> named) {
        List<OfCampaign.Answered> answers = Stream.of(
                        IntakeEntries.named(
                                named.stream()
                                        .map(UserAccount::userPrincipalName)
                                        .toList(),
                                request.source()),
                        IntakeEntries.of(request.intake(), request.source()),
                        IntakeEntries.partners(request.partners(), request.source()))
                .flatMap(List::stream)
                .toList();
        return new CampaignProgress(answers, Map.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
    }
}
