package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Decision;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.Spelled;
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
     * @param changes the calls that would remove it; none where no call does, or where it does not act
     */
    public record PlannedItem(Proposal proposal, Optional<Boolean> remove, List<String> changes) {
        public PlannedItem {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A change that would be made.
     *
     * @param step the step's id
     * @param what the change in words, with the names of what is changed
     * @param call the Graph request or the command that changes exactly that
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
            request.requireDetectedBefore(connected.clock().now());
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
            for (Survey.Found found : survey.found()) {
                Decision decision = request.dialogue().decider().decide(found.proposal());
                items.add(new PlannedItem(found.proposal(), Optional.of(decision.remove()), found.changes()));
            }
            Procedure procedure = AccountPlaybook.procedure(request.attack());
            return new Plan(
                    FindAccounts.account(user),
                    file.card(),
                    procedure,
                    items,
                    calls(user, procedure, file.card(), items),
                    survey.notRead());
        }
    }

    private static List<PlannedCall> calls(
            UserAccount user, Procedure procedure, PreFlightCard card, List<PlannedItem> items) {
        List<PlannedCall> calls = new ArrayList<>();
        if (card.refusal().isPresent()) {
            return calls;
        }
        for (Step step : procedure.steps()) {
            calls.addAll(callsOf(step, user, card, items));
        }
        return calls;
    }

    private static List<PlannedCall> callsOf(Step step, UserAccount user, PreFlightCard card, List<PlannedItem> items) {
        String id = step.id().value();
        String title = step.instructions().title();
        String account = "/users/" + user.objectId();
        return switch (step.performer()) {
            case "revoke-sessions" -> List.of(new PlannedCall(id, title, "POST " + account + "/revokeSignInSessions"));
            case "reset-password" ->
                card.noResetBecause()
                        .map(why -> List.<PlannedCall>of())
                        .orElse(List.of(new PlannedCall(id, title, byHand(step, user))));
            case "block-sign-in" ->
                card.noResetBecause()
                        .map(why -> List.of(new PlannedCall(
                                id,
                                title + " (" + why + onlyThen(card) + ")",
                                "PATCH " + account + " accountEnabled=false")))
                        .orElse(List.of());
            default -> removals(step, items);
        };
    }

    private static String byHand(Step step, UserAccount user) {
        return String.join("; ", step.instructions().powerShell()).replace("$UserId", Spelled.quoted(user.objectId()));
    }

    private static String onlyThen(PreFlightCard card) {
        return card.is(Circumstance.BREAK_GLASS)
                ? " A break-glass account: only after a second yes, and with another enabled Global Administrator."
                : "";
    }

    private static List<PlannedCall> removals(Step step, List<PlannedItem> items) {
        return items.stream()
                .filter(item -> item.remove().orElse(false) && !item.changes().isEmpty())
                .filter(item -> step.destroys().contains(Word.of(item.proposal().kind())))
                .map(item -> new PlannedCall(
                        step.id().value(),
                        "Remove " + Word.of(item.proposal().kind()) + " "
                                + item.proposal().name() + " ("
                                + item.proposal().id() + ")",
                        String.join("; ", item.changes())))
                .toList();
    }
}
