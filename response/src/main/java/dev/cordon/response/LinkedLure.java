package dev.cordon.response;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.investigation.phishing.FirstMove;
import dev.cordon.playbooks.phishing.LureKinds;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.procedure.journal.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the phishing clicks that an incident is linked with say of its account. */
final class LinkedLure {
    private LinkedLure() {}

    /** What is done first for the account of an incident. */
    static Set<FirstMove> firstMoves(Workspace workspace, Incident incident) {
        return RunState.of(workspace.journal().entries(incident.id())).chronicle().links().stream()
                .flatMap(link ->
                        clicks(workspace, link.other(), incident.account().userPrincipalName()))
                .flatMap(click -> LureKinds.firstMoves(click).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** When the account's user reached the page, as far as a log has his click. */
    static List<Instant> phishedAt(Workspace workspace, Incident incident) {
        return RunState.of(workspace.journal().entries(incident.id())).chronicle().links().stream()
                .flatMap(link ->
                        clicks(workspace, link.other(), incident.account().userPrincipalName()))
                .filter(click -> click.result().isTreatedAsReached())
                .flatMap(click -> click.clickedAt().stream())
                .toList();
    }

    /** How that incident judged the click of an account, where it saw only the block page; empty where it is about something else. */
    static Optional<OfCampaign.ClickJudged> blocked(Workspace workspace, IncidentId phishing, String user) {
        return clicks(workspace, phishing, user)
                .filter(click -> click.result() == ClickResult.BLOCKED)
                .findFirst();
    }

    private static Stream<OfCampaign.ClickJudged> clicks(Workspace workspace, IncidentId id, String user) {
        RunState state = RunState.of(workspace.journal().entries(id));
        return state.opened()
                .filter(incident -> incident.type() == IncidentType.PHISHING_CLICK)
                .map(_ -> state.campaign().clicks().stream())
                .orElse(Stream.empty())
                .filter(click -> click.user().equalsIgnoreCase(user));
    }
}
