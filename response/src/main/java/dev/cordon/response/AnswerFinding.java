package dev.cordon.response;

import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.procedure.journal.ReviewEntry.Told;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.UserAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers for what a review told: it is nothing, or an incident. */
public final class AnswerFinding {
    private final Workspace workspace;

    public AnswerFinding(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Says that a finding is nothing; it holds for what is known of it now. No tenant is asked.
     *
     * @param tenant the tenant meant; the only one where this is empty
     * @param finding its id
     * @throws RequestRefusedException when no review told it, or no reason is given
     */
    public Told dismiss(Optional<String> tenant, String finding, String because, Actor author) {
        String chosen = new Tenants(workspace).choose(tenant);
        ReviewMemory memory = ReviewMemory.of(workspace, chosen);
        Told told = told(memory, finding);
        if (because.isBlank()) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "Nothing says why it is dismissed.",
                    "Say it with --because; it is shown the next time.");
        }
        append(
                memory,
                told,
                reckoned(memory, told),
                author,
                new ReviewEntry.FindingDismissed(chosen, told, because.strip()));
        return told;
    }

    /**
     * Opens an incident for findings about one account, detected by the review when that was made: its clock runs from there. Nothing is changed in the tenant.
     *
     * @param findings their ids, at least one
     * @param user whose account; the one that the findings name where this is empty
     * @throws RequestRefusedException when no review told it, they name nobody or several accounts, or a response to the account is under way
     * @throws dev.cordon.tenant.TenantException when the tenant cannot be asked who is meant
     */
    public Incident open(
            Optional<String> tenant, List<String> findings, Optional<String> user, Function<Path, SignIn> signIn) {
        Tenants tenants = new Tenants(workspace);
        String chosen = tenants.choose(tenant);
        ReviewMemory memory = ReviewMemory.of(workspace, chosen);
        List<Told> told =
                findings.stream().map(finding -> told(memory, finding)).toList();
        String account = user.filter(name -> !name.isBlank()).orElseGet(() -> account(told));
        Instant startedAt = workspace.wallTime().instant();
        try (Tenant connected = tenants.connect(chosen, signIn)) {
            UserAccount found =
                    ResolveUser.resolve(connected.in(Lane.CONTAINMENT), account).value();
            Actor actor = RespondToCompromisedAccount.actor(connected.caller());
            var file = new CaseFile(
                    connected,
                    found.objectId(),
                    workspace.tenants().breakGlass(chosen),
                    Decider.recommended(),
                    workspace.wallTime(),
                    startedAt);
            var request = new ResponseRequest(
                    chosen,
                    account,
                    signIn.apply(tenants.list().getOrDefault(chosen, Path.of(chosen))),
                    AttackActivity.UNKNOWN,
                    DetectionSource.MONDAY_REVIEW,
                    memory.last().map(Recorded::at),
                    false,
                    ResponseRequest.Dialogue.recommended(_ -> {}));
            Instant now = connected.clock().now();
            Incident incident =
                    new OpenIncident(workspace).open(request, found, OpenIncident.severity(file, found), now, actor);
            for (Told each : told) {
                workspace.journal().append(incident.id(), now, actor, new CaseEntry.NoteAdded(note(each)));
                append(memory, each, now, actor, new ReviewEntry.FindingOpened(chosen, each, incident.id()));
            }
            Anchors.put(workspace, incident.id());
            return incident;
        }
    }

    /** The one account that all of them are about. */
    static String account(List<Told> told) {
        List<String> accounts =
                told.stream().map(Told::account).filter(name -> !name.isBlank()).toList();
        if (!accounts.stream().allMatch(name -> name.equalsIgnoreCase(accounts.getFirst()))) {
            throw new RequestRefusedException(
                    Reason.AMBIGUOUS_USER,
                    "The findings are about several accounts, and an incident is about one.",
                    "Open one for each, or say with --user whose it is.",
                    accounts.stream().distinct().toList());
        }
        return accounts.stream()
                .findFirst()
                .orElseThrow(() -> new RequestRefusedException(
                        Reason.UNKNOWN_USER,
                        "The finding names nobody whose account it is about.",
                        "Say whose: cordon review --open " + told.getFirst().id() + " --user USER"));
    }

    private static String note(Told told) {
        return "Opened from the review's finding " + told.id() + ": "
                + told.kind().replace('-', ' ') + ", "
                + told.subject() + ". "
                + told.reasons().stream().map(ReviewEntry.Why::text).collect(Collectors.joining(" ")) + " Rows: "
                + told.recordIds().stream().limit(20).collect(Collectors.joining(", "))
                + (told.recordIds().size() > 20 ? " and more." : ".");
    }

    private static Told told(ReviewMemory memory, String finding) {
        return memory.find(finding.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new RequestRefusedException(
                        Reason.UNKNOWN_ITEM,
                        "No review told a finding of that id.",
                        "'cordon review' shows what there is; ids look like F-7K2QW9XA.",
                        Nearest.of(finding, memory.ids())));
    }

    /** Under the review that told it last. */
    private void append(ReviewMemory memory, Told told, Instant at, Actor author, JournalEntry entry) {
        IncidentId review = memory.reviewOf(told.id()).incident();
        workspace.journal().append(review, at, author, entry);
        Anchors.put(workspace, review);
    }

    /** The tenant's time as far as it is known without asking: never earlier than the review. */
    private Instant reckoned(ReviewMemory memory, Told told) {
        Recorded review = memory.reviewOf(told.id());
        Duration since = Duration.between(review.wallAt(), workspace.wallTime().instant());
        return since.isNegative() ? review.at() : review.at().plus(since);
    }
}
