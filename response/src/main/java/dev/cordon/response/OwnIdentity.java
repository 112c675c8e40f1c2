package dev.cordon.response;

import dev.cordon.investigation.reconstruction.OurApplication;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.SignedInAs;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.tenant.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** As whom Cordon comes to a tenant: written into the journal before its logs are read, so that they can be read for our own acts. Stateless. */
final class OwnIdentity {
    private OwnIdentity() {}

    /** Writes it down where the journal does not say it yet; nothing is asked of the tenant, and nothing is guessed. */
    static SignedInAs putDown(Workspace workspace, CaseRecord record, Caller caller, Instant now, Actor actor) {
        SignedInAs as = of(caller, record.incident().tenant());
        boolean known = record.entries().stream().map(Recorded::entry).anyMatch(as::equals);
        if (!known) {
            workspace.journal().append(record.incident().id(), now, actor, as);
        }
        return as;
    }

    static SignedInAs of(Caller caller, String tenant) {
        SignedInAs.Kind kind = caller.name().isBlank() && caller.objectId().isBlank()
                ? SignedInAs.Kind.UNKNOWN
                : switch (caller.kind()) {
                    case ADMINISTRATOR -> SignedInAs.Kind.ADMINISTRATOR;
                    case APPLICATION -> SignedInAs.Kind.APPLICATION;
                };
        return new SignedInAs(
                kind, tenant, caller.name().strip(), caller.objectId().strip());
    }

    /** What could not be learned, a sentence; empty where nothing is missing. */
    static Optional<String> gap(SignedInAs as) {
        return switch (as.kind()) {
            case ADMINISTRATOR -> Optional.empty();
            case APPLICATION ->
                as.objectId().isEmpty() || as.name().isEmpty()
                        ? Optional.of(
                                "The access token does not name the "
                                        + (as.name().isEmpty() ? "client id" : "object id of the service principal")
                                        + " as which Cordon signed in: rows that name nothing else are not recognised as our own acts.")
                        : Optional.empty();
            case UNKNOWN ->
                Optional.of(
                        "The access token does not tell as whom Cordon signed in: its own acts stand among those of nobody known.");
        };
    }

    /** The application of ours that the journal names, and when it shows us at work. */
    static OurApplication application(List<Recorded> entries) {
        List<SignedInAs> applications = entries.stream()
                .map(Recorded::entry)
                .filter(SignedInAs.class::isInstance)
                .map(SignedInAs.class::cast)
                .filter(as -> as.kind() == SignedInAs.Kind.APPLICATION)
                .toList();
        return new OurApplication(
                applications.stream().map(SignedInAs::name).collect(Collectors.toSet()),
                applications.stream().map(SignedInAs::objectId).collect(Collectors.toSet()),
                entries.stream()
                        .filter(recorded -> isAtWork(recorded.entry()))
                        .map(Recorded::at)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether Cordon was in the tenant when it was written; what only a person says is written whenever he says it. */
    private static boolean isAtWork(JournalEntry entry) {
        return switch (entry) {
            case EngineEntry _ -> true;
            case CaseEntry fact -> isAtWork(fact);
            case ReviewEntry _ -> false;
        };
    }

    private static boolean isAtWork(CaseEntry fact) {
        return switch (fact) {
            case CaseEntry.ItemFound _,
                    CaseEntry.ItemSeen _,
                    CaseEntry.ItemConcluded _,
                    CaseEntry.ItemCameBack _,
                    CaseEntry.ItemGivenBack _,
                    CaseEntry.ProofRead _,
                    CaseEntry.MailboxChanged _,
                    CaseEntry.RecheckDone _,
                    CaseEntry.ResidualAccess _,
                    CaseEntry.LogsThrough _,
                    CaseEntry.PassIssued _,
                    CaseEntry.SignedInAs _,
                    CaseEntry.CollectionNoted _,
                    CaseEntry.CollectionBegan _,
                    CaseEntry.CollectionEnded _,
                    CaseEntry.OfCampaign.LureDescribed _,
                    CaseEntry.OfCampaign.MailFound _,
                    CaseEntry.OfCampaign.ClickJudged _,
                    CaseEntry.OfCampaign.Listed _,
                    CaseEntry.OfCampaign.NotSeen _,
                    CaseEntry.ClockCompared _ -> true;
            case CaseEntry.IncidentOpened _,
                    CaseEntry.ItemDecided _,
                    CaseEntry.StateChanged _,
                    CaseEntry.Deviation _,
                    CaseEntry.TaskOpened _,
                    CaseEntry.TaskClosed _,
                    CaseEntry.RecheckScheduled _,
                    CaseEntry.TimingMeasured _,
                    CaseEntry.IncidentLinked _,
                    CaseEntry.ActedByOther _,
                    CaseEntry.NoteAdded _,
                    CaseEntry.EvidenceImported _,
                    CaseEntry.Attributed _,
                    CaseEntry.ReportWritten _,
                    CaseEntry.DraftWritten _,
                    CaseEntry.OfCampaign.Answered _,
                    CaseEntry.AccessGivenBack _ -> false;
        };
    }
}
