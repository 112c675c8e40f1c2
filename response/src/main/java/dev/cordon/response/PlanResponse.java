package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Decision;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Step;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what a response would do: reads, judges and decides, and changes nothing. */
public final class PlanResponse {
    private final Workspace workspace;

    public PlanResponse(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What would be done.
     *
     * @param account the account
     * @param card who it is and what may be done with it
     * @param procedure the procedure
     * @param items each thing found, with what would be decided
     * @param calls every change it would make, in order, each in words with the call
     * @param notRead what could not be read
     */
    public record Plan(
            Account account,
            PreFlightCard card,
            Procedure procedure,
            List<PlannedItem> items,
            List<PlannedCall> calls,
            List<String> notRead) {
        public Plan {
            items = List.copyOf(items);
            calls = List.copyOf(calls);
            notRead = List.copyOf(notRead);
        }
    }

    /**
     * A thing with its judgement and what would be decided.
     *
     * @param proposal the judgement
     * @param remove whether it would be removed; empty when a person would be asked
     */
    public record PlannedItem(Proposal proposal, Optional<Boolean> remove) {}

    /**
     * A change that would be made.
     *
     * @param step the step's id
     * @param what the change in words, with the names of what is changed
     * @param call the call as an administrator would make it by hand; empty text where the step has none
     */
    public record PlannedCall(String step, String what, String call) {}

    /**
     * Plans. Changes nothing, keeps nothing.
     *
     * @throws RequestRefusedException when the account is not certain or a decision fits nothing
     */
    public Plan plan(ResponseRequest request) throws InterruptedException {
        try (Tenant connected = new Tenants(workspace).connect(request.tenant(), request.signIn())) {
            Tenant tenant = connected.in(Lane.COLLECTION);
            Reading<UserAccount> account = ResolveUser.resolve(tenant, request.user());
            UserAccount user = account.value();
            CaseFile file = new CaseFile(
                    tenant,
                    user.objectId(),
                    workspace.tenants().breakGlass(request.tenant()),
                    request.dialogue().decider(),
                    workspace.wallTime(),
                    workspace.wallTime().instant());
            file.know(account);
            Survey survey = Survey.read(file, tenant);
            survey.requireMatched(request.dialogue().decider());
            List<PlannedItem> items = new ArrayList<>();
            for (Proposal proposal : survey.proposals()) {
                Decision decision = request.dialogue().decider().decide(proposal);
                items.add(new PlannedItem(proposal, Optional.of(decision.remove())));
            }
            Procedure procedure = ProcedureRun.procedure(request.attack());
            return new Plan(
                    FindAccounts.account(user),
                    file.card(),
                    procedure,
                    items,
                    calls(procedure, file.card(), items),
                    survey.notRead());
        }
    }

    private static List<PlannedCall> calls(Procedure procedure, PreFlightCard card, List<PlannedItem> items) {
        List<PlannedCall> calls = new ArrayList<>();
        if (card.refusal().isPresent()) {
            return calls;
        }
        for (Step step : procedure.steps()) {
            calls.addAll(callsOf(step, card, items));
        }
        return calls;
    }

    private static List<PlannedCall> callsOf(Step step, PreFlightCard card, List<PlannedItem> items) {
        String id = step.id().value();
        String title = step.instructions().title();
        String byHand = String.join("; ", step.instructions().powerShell());
        return switch (step.performer()) {
            case "revoke-sessions" -> List.of(new PlannedCall(id, title, "POST /users/{id}/revokeSignInSessions"));
            case "reset-password" ->
                card.noResetBecause()
                        .map(why -> List.<PlannedCall>of())
                        .orElse(List.of(new PlannedCall(id, title, byHand)));
            case "block-sign-in" ->
                card.noResetBecause()
                        .map(why -> List.of(new PlannedCall(
                                id,
                                title + " (" + why
                                        + (card.is(Circumstance.BREAK_GLASS)
                                                ? " A break-glass account: only after a second yes, and with another enabled"
                                                        + " Global Administrator."
                                                : "")
                                        + ")",
                                "PATCH /users/{id} accountEnabled=false")))
                        .orElse(List.of());
            default ->
                items.stream()
                        .filter(item -> item.remove().orElse(false))
                        .filter(item ->
                                step.destroys().contains(Word.of(item.proposal().kind())))
                        .map(item -> new PlannedCall(
                                id,
                                "Remove " + Word.of(item.proposal().kind()) + " "
                                        + item.proposal().name() + " ("
                                        + item.proposal().id() + ")",
                                byHand))
                        .toList();
        };
    }
}
