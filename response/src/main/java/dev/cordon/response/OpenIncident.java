package dev.cordon.response;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal.Dated;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens an incident about one account. */
final class OpenIncident {
    private final Workspace workspace;

    OpenIncident(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Opens it: its first entry is in the journal. Of several processes that open one about the same account at the same moment, one does.
     *
     * Where the request names an incident in whose rows the account was found, both are linked.
     *
     * @throws RequestRefusedException when another response to the account is under way or was cut off
     */
    Incident open(ResponseRequest request, UserAccount user, Severity severity, Instant tenantTime, Actor actor) {
        return open(
                new Opening(IncidentType.COMPROMISED_ACCOUNT, severity, List.of()), request, user, tenantTime, actor);
    }

    /**
     * With what an incident begins.
     *
     * @param type what it is about
     * @param severity how grave it is taken for
     * @param facts what its journal begins with behind the first entry
     */
    record Opening(IncidentType type, Severity severity, List<CaseEntry> facts) {
        Opening {
            facts = List.copyOf(facts);
        }
    }

    /** The same of any type. Responses of different types to one account do not keep each other waiting. */
    Incident open(Opening opening, ResponseRequest request, UserAccount user, Instant tenantTime, Actor actor) {
        Optional<Incident> opened = Optional.empty();
        while (opened.isEmpty()) {
            ChainHead seen = workspace.journal().head();
            requireNoOther(opening.type(), request.tenant(), user.objectId());
            requireReached(opening.type(), request, user);
            opened = record(request, opening.facts(), made(opening, request, user, tenantTime), actor, seen);
        }
        new LinkedIncident(workspace).link(opened.get(), actor);
        return opened.get();
    }

    /** Empty where something was begun meanwhile, so that one has to look again whether it is about this account. */
    private Optional<Incident> record(
            ResponseRequest request, List<CaseEntry> facts, Incident incident, Actor actor, ChainHead seen) {
        List<Dated> beginning = new ArrayList<>(new LinkedIncident(workspace).beginning(request, incident));
        facts.forEach(fact -> beginning.add(new Dated(incident.openedAt(), fact)));
        return workspace
                .journal()
                .appendIf(
                        incident.id(),
                        actor,
                        beginning,
                        seen,
                        since -> since.stream().noneMatch(OpenIncident::begins))
                .stream()
                .findFirst()
                .map(_ -> incident);
    }

    private static boolean begins(Recorded recorded) {
        return recorded.entry() instanceof CaseEntry.IncidentOpened
                || recorded.entry() instanceof EngineEntry.RunStarted;
    }

    private Incident made(Opening opening, ResponseRequest request, UserAccount user, Instant tenantTime) {
        IncidentId id = IncidentIds.next(
                workspace.random(), tenantTime, workspace.journal().incidents());
        return new Incident(
                id,
                opening.type(),
                request.tenant(),
                FindAccounts.account(user),
                opening.severity(),
                request.detectedBy(),
                request.detectedAt().orElse(tenantTime),
                tenantTime,
                request.attack(),
                request.drill());
    }

    /** How grave it is that this account is compromised. */
    static Severity severity(CaseFile file, UserAccount user) {
        return file.isBreakGlass(user) ? Severity.CRITICAL : Severity.HIGH;
    }

    /** A second run on the same account would reset the password a second time and fight the first one. */
    private void requireNoOther(IncidentType type, String tenant, String objectId) {
        new Incidents(workspace)
                .list().stream()
                        .filter(record -> record.incident().type() == type)
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

    /** A needless reset costs somebody half a day and ends nothing; whoever wants it answers for it at the click's own response. */
    private void requireReached(IncidentType type, ResponseRequest request, UserAccount user) {
        boolean isWanted = request.linkedWith()
                .map(with -> RunState.of(workspace.journal().entries(with)))
                .filter(state -> state.chronicle().deviations().stream()
                        .anyMatch(deviation -> deviation.what().contains(user.userPrincipalName())))
                .isPresent();
        request.linkedWith()
                .filter(_ -> type == IncidentType.COMPROMISED_ACCOUNT && !isWanted)
                .flatMap(with -> LinkedLure.blocked(workspace, with, user.userPrincipalName()))
                .ifPresent(click -> {
                    throw new RequestRefusedException(
                            Reason.NOT_POSSIBLE_NOW,
                            click.user() + " only saw the block page, by "
                                    + request.linkedWith().get()
                                    + ": nothing was given away, and a reset would end nothing. Nothing was changed.",
                            "Where you know more than that, say it: cordon respond phishing-click " + click.user()
                                    + " --answers FILE, or --despite TEXT; or respond without --linked-with.",
                            click.reasons());
                });
    }

    private static boolean isUnderWay(CaseRecord record) {
        return record.state().run().map(run -> run.endedAt().isEmpty()).orElse(true);
    }
}
