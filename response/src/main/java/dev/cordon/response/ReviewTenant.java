package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.lines.TenantSignIns.Judged;
import dev.cordon.investigation.review.DefenderIncidents;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.PhishingClicks;
import dev.cordon.investigation.review.Review;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.investigation.review.ScoreDrop;
import dev.cordon.investigation.review.SuspiciousSignIns;
import dev.cordon.investigation.review.Whereabouts;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.WeekFigures.Figure;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Monday review: looks through a tenant for what a person should know, and remembers in the journal what it told. Nothing is changed in the
 * tenant.
 */
public final class ReviewTenant {
    private final Workspace workspace;
    private final Path folder;

    /**
     * Reviews over a workspace.
     *
     * @param folder where the organisation's file lies, where there is one
     */
    public ReviewTenant(Workspace workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /**
     * Reviews.
     *
     * @param name the tenant meant; the only one where this is empty
     * @param since from when on to look; empty for since the last review, and for a week at least
     * @throws RequestRefusedException when the tenant is not known, or {@code since} lies ahead
     * @throws dev.cordon.tenant.TenantException when the tenant cannot be reached
     * @throws InterruptedException when interrupted: nothing is remembered then
     */
    public TenantReview review(
            Optional<String> name, Function<Path, SignIn> signIn, Optional<Instant> since, ReviewListener listener)
            throws InterruptedException {
        Tenants tenants = new Tenants(workspace);
        String chosen = tenants.choose(name);
        Optional<OrganisationFile> stated = OrganisationFile.of(folder, chosen);
        OrganisationFacts facts = stated.map(OrganisationFile::facts).orElse(OrganisationFacts.NONE);
        try (Tenant connected = tenants.connect(chosen, signIn)) {
            Tenant tenant = connected.in(Lane.COLLECTION);
            Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
            Instant now = tenant.clock().fetchNow().truncatedTo(ChronoUnit.SECONDS);
            requirePast(since, now);
            var windows = new ReviewWindows(ReviewMemory.of(workspace, chosen), since, now);
            Attempt<Organisation> organisation =
                    Attempt.of(() -> tenant.directory().fetchOrganization().map(Organisation::of));
            var review = new Review(organisation.value().orElse(Organisation.ofDomains()), facts);
            var reading = new TenantReading(tenant, workspace.wallTime(), listener, review, windows);
            read(reading);
            listener.judges(reading.signIns().size());
            TenantReview told = told(chosen, windows, reading, review, stated, unknown(organisation));
            goOn();
            remember(told, actor, reading);
            return told;
        }
    }

    private static void requirePast(Optional<Instant> since, Instant now) {
        if (since.filter(from -> !from.isBefore(now)).isPresent()) {
            throw new RequestRefusedException(
                    RequestRefusedException.Reason.NOT_YET,
                    "--since lies ahead: in the tenant it is " + now + " now.",
                    "Times are UTC; say a time that is past, or leave it out.");
        }
    }

    private static void read(TenantReading reading) throws InterruptedException {
        reading.readIncidents();
        reading.readScore();
        reading.readClicks();
        goOn();
        reading.readDirectoryAudit();
        goOn();
        reading.readSignIns();
        goOn();
        reading.readProgramSignIns();
        goOn();
        reading.readAuditLog();
        goOn();
    }

    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the review was interrupted");
        }
    }

    /** What is not known of the organisation itself; empty where it could be asked. */
    private static Optional<String> unknown(Attempt<Organisation> organisation) {
        return switch (organisation) {
            case Attempt.Read<Organisation> _ -> Optional.empty();
            case Attempt.Unread<Organisation>(Failure failure) ->
                Optional.of("Which domains are your own could not be read: " + failure.meaning()
                        + " Mail to a domain where no row shows a mailbox of yours counts as mail to the outside.");
        };
    }

    private TenantReview told(
            String tenant,
            ReviewWindows windows,
            TenantReading reading,
            Review review,
            Optional<OrganisationFile> stated,
            Optional<String> unknown) {
        Instant from = windows.from(ReviewSource.SIGN_INS);
        Judged judged =
                reading.signIns().judged(stated.map(OrganisationFile::facts).orElse(OrganisationFacts.NONE));
        Review.Reviewed reviewed = reading.hasSignIns()
                ? review.finish(Whereabouts.of(judged, from, reading.hasAllSignIns(), suspected(reading)))
                : review.finish();
        List<ReviewFinding> signIns =
                SuspiciousSignIns.findings(SuspiciousSignIns.withoutSprayed(judged.since(from), reviewed.findings()));
        List<ReviewFinding> findings = new ArrayList<>(signIns);
        reviewed.findings().stream()
                .filter(finding -> !reading.hasJudgedAll() || !isJudged(finding, signIns))
                .forEach(findings::add);
        reading.incidents().map(DefenderIncidents::findings).ifPresent(findings::addAll);
        reading.clicks().map(clicks -> PhishingClicks.findings(clicks.clicks())).ifPresent(findings::addAll);
        drop(windows.memory(), reading).ifPresent(findings::add);
        return new TenantReview(
                tenant,
                windows.earliest(),
                windows.now(),
                windows.memory().last().map(Recorded::at),
                windows.memory().items(findings),
                coverage(reading, Stream.concat(unknown.stream(), reviewed.notRead().stream())),
                reviewed.domains(),
                stated.map(OrganisationFile::path),
                new TenantReview.Baseline(
                        reading.signIns().oldest(), reading.signIns().size()),
                figures(reading, signIns, from));
    }

    private static List<Looked> coverage(TenantReading reading, Stream<String> lacks) {
        String lack = lacks.collect(Collectors.joining(" "));
        Stream<Looked> ofReview = lack.isEmpty()
                ? Stream.empty()
                : Stream.of(new Looked(
                        "review", "review", Optional.empty(), Optional.empty(), 0, 0, List.of(), Optional.of(lack)));
        return Stream.concat(reading.coverage().stream(), ofReview).toList();
    }

    /** Accounts that Microsoft's products speak against. */
    private static Set<String> suspected(TenantReading reading) {
        Set<String> suspected = new HashSet<>();
        reading.incidents().map(DefenderIncidents::suspected).ifPresent(suspected::addAll);
        reading.clicks()
                .map(clicks -> PhishingClicks.suspected(clicks.clicks()))
                .ifPresent(suspected::addAll);
        return suspected;
    }

    /** A sign-in that the review of rows has something against was judged with the user's habits, which tells more. */
    private static boolean isJudged(ReviewFinding finding, List<ReviewFinding> signIns) {
        return finding.kind() == FindingKind.SIGN_IN
                && (finding.verdict() != Verdict.MALICIOUS
                        || signIns.stream()
                                .anyMatch(judged -> judged.verdict() == Verdict.MALICIOUS
                                        && judged.account().equalsIgnoreCase(finding.account())));
    }

    private static Optional<ReviewFinding> drop(ReviewMemory memory, TenantReading reading) {
        Optional<ReviewEntry.ReviewMade> before = memory.made().reversed().stream()
                .map(recorded -> (ReviewEntry.ReviewMade) recorded.entry())
                .filter(made -> made.figures().containsKey(Figure.SECURE_SCORE.key()))
                .findFirst();
        if (before.isEmpty() || reading.score().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> controls = new HashMap<>();
        before.get().controls().forEach((control, points) -> controls.put(control, number(points)));
        return ScoreDrop.since(
                number(before.get().figures().getOrDefault(Figure.SECURE_SCORE.key(), "0")),
                controls,
                reading.score().get());
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static WeekFigures figures(TenantReading reading, List<ReviewFinding> signIns, Instant from) {
        Map<Figure, String> figures = new EnumMap<>(Figure.class);
        reading.incidents().ifPresent(incidents -> {
            figures.put(Figure.INCIDENTS, String.valueOf(incidents.size()));
            figures.put(Figure.URGENT_INCIDENTS, String.valueOf(toLookAt(DefenderIncidents.findings(incidents))));
            figures.put(Figure.PHISHING_ALERTS, String.valueOf(DefenderIncidents.aboutPhishing(incidents)));
        });
        if (reading.hasSignIns()) {
            var devices = reading.signIns().devices();
            figures.put(Figure.SIGN_IN_FLAGS, String.valueOf(toLookAt(signIns)));
            figures.put(
                    Figure.REFUSED_BY_POLICY, String.valueOf(reading.signIns().refusedByPolicy(from)));
            figures.put(Figure.COMPLIANT_DEVICES, String.valueOf(devices.compliant()));
            figures.put(Figure.DEVICES, String.valueOf(devices.known()));
        }
        reading.score().ifPresent(score -> {
            figures.put(Figure.SECURE_SCORE, String.valueOf(score.current()));
            figures.put(Figure.SECURE_SCORE_MAXIMUM, String.valueOf(score.maximum()));
        });
        reading.clicks().ifPresent(clicks -> {
            figures.put(Figure.PHISHING_LINKS, String.valueOf(PhishingClicks.links(clicks.clicks())));
            figures.put(Figure.PHISHING_REACHED, String.valueOf(PhishingClicks.reached(clicks.clicks())));
        });
        reading.lossPrevention()
                .ifPresent(matches -> figures.put(Figure.LOSS_PREVENTION_MATCHES, String.valueOf(matches)));
        return new WeekFigures(figures);
    }

    private static long toLookAt(List<ReviewFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict().isAtLeast(Verdict.REVIEW))
                .count();
    }

    private void remember(TenantReview told, Actor actor, TenantReading reading) {
        IncidentId id = IncidentIds.nextReview(
                workspace.random(), told.at(), workspace.journal().incidents());
        Map<String, String> controls = new HashMap<>();
        reading.score()
                .ifPresent(score -> score.controls()
                        .forEach(control -> controls.put(control.name(), String.valueOf(control.points()))));
        workspace
                .journal()
                .append(
                        id,
                        told.at(),
                        actor,
                        new ReviewEntry.ReviewMade(
                                told.tenant(),
                                told.from(),
                                told.at(),
                                told.coverage().stream()
                                        .map(looked -> new ReviewEntry.Source(
                                                looked.source(),
                                                looked.from().orElse(told.from()),
                                                looked.through(),
                                                looked.rows(),
                                                looked.notRead()))
                                        .toList(),
                                told.items().stream()
                                        .filter(item -> item.finding().verdict().isAtLeast(Verdict.REVIEW))
                                        .map(ReviewMemory::told)
                                        .toList(),
                                told.figures().byKey(),
                                controls));
        Anchors.put(workspace, id);
    }
}
