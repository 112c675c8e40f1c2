package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.restore.PassKeeper;
import dev.cordon.playbooks.restore.RestoreAccount;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives the account of an incident back to its user: sessions revoked, a one-time pass, unblocked where we blocked it, and watched while he
 * enrols anew. Each time whole. What the user does afterwards is not taken for the attacker's; what came back before it is cleaned up instead.
 */
public final class GiveAccountBack {
    private final Workspace workspace;

    public GiveAccountBack(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * How it is done.
     *
     * @param unblock whether a person says that the account may be unblocked although somebody else blocked it
     * @param despite why it is done although the incident is not verified, or the look before it left something open; empty when it need
     *     not be
     * @param keeper is told the one-time pass; empty where nobody would see it
     */
    public record How(boolean unblock, Optional<String> despite, Optional<PassKeeper> keeper) {
        public How {
            requireNonNull(despite, "despite is null");
            requireNonNull(keeper, "keeper is null");
        }
    }

    /**
     * Gives the account back.
     *
     * @param id as the operator typed it
     * @param signIn how to sign in, by connection document
     * @throws RequestRefusedException when there is no such incident, it is not verified and nobody says why it is done all the same, or the
     *     account is a shared mailbox's; nothing was changed
     * @throws InterruptedException when interrupted before the run began
     */
    public CaseRecord giveBack(String id, Function<Path, SignIn> signIn, ResponseRequest.Dialogue dialogue, How how)
            throws InterruptedException {
        CaseRecord record = new Incidents(workspace).find(id);
        boolean deviates = requirePossible(record, how);
        Instant startedAt = workspace.wallTime().instant();
        try (Tenant tenant = new Tenants(workspace).connect(record.incident().tenant(), signIn)) {
            CaseFile file = new CaseFile(
                    tenant,
                    record.incident().account().objectId(),
                    workspace.tenants().breakGlass(record.incident().tenant()),
                    dialogue.decider(),
                    workspace.wallTime(),
                    startedAt);
            requirePerson(file);
            Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
            Optional<CaseEntry.Deviation> deviation = how.despite()
                    .filter(_ -> deviates)
                    .map(because -> new CaseEntry.Deviation(
                            "The account is given back although the incident is "
                                    + Word.of(record.state().state()),
                            actor.name(),
                            because));
            var tools = new RestoreAccount.Tools(
                    how.keeper(), dialogue.repeats(), how.despite(), how.unblock(), new IncidentReports(workspace));
            return new ProcedureRun(workspace, tenant, file, dialogue)
                    .giveBack(record.incident(), actor, tools, deviation);
        }
    }

    /** Whether somebody has to answer for it. */
    private static boolean requirePossible(CaseRecord record, How how) {
        IncidentState state = record.state().state();
        String resume = "cordon incident resume " + record.incident().id();
        return switch (state) {
            case VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> false;
            case CONTAINED, REOPENED, NEEDS_OPERATOR -> {
                if (how.despite().isEmpty()) {
                    throw new RequestRefusedException(
                            Reason.NOT_POSSIBLE_NOW,
                            "The incident is " + Word.of(state)
                                    + ", not verified: what is left of the attacker would come back with the user."
                                    + " Nothing was changed.",
                            "'" + resume
                                    + "' goes on until it is verified; --despite TEXT gives the account back all the"
                                    + " same, and the text stands in the journal.");
                }
                yield true;
            }
            case OPEN, CONTAINING ->
                throw new RequestRefusedException(
                        Reason.NOT_POSSIBLE_NOW,
                        "The account was never contained, so there is nothing to give back. Nothing was changed.",
                        "'" + resume + "' goes on.");
        };
    }

    private static void requirePerson(CaseFile file) throws InterruptedException {
        if (file.card().is(Circumstance.SHARED_MAILBOX)) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "It is a shared mailbox: nobody signs in as it, and its own sign-in stays blocked. Nothing was"
                            + " changed.",
                    "Give full access to those whom you have asked in person or by a call you make; they use it"
                            + " through their own accounts.");
        }
    }
}
