package dev.cordon.playbooks.phishing;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.phishing.CampaignMail;
import dev.cordon.investigation.phishing.ClickAction;
import dev.cordon.investigation.phishing.ClickEvidence;
import dev.cordon.investigation.phishing.ClickOutcome;
import dev.cordon.investigation.phishing.ClickRecord;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.OutcomeReason;
import dev.cordon.investigation.phishing.OutcomeResolver;
import dev.cordon.investigation.phishing.PostClickSignIns;
import dev.cordon.investigation.phishing.PostClickSignIns.Appeared;
import dev.cordon.investigation.phishing.Reach;
import dev.cordon.investigation.phishing.Source;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.Devices.Device;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges whether somebody reached the page, by what he said, what Safe Links recorded, and what his account shows since. Reads only. */
final class ClickJudging {
    private final PhishingFile file;
    private final MailScope scope;
    private final Intake intake;
    private final Instant now;

    ClickJudging(PhishingFile file, MailScope scope, Intake intake, Instant now) {
        this.file = file;
        this.scope = scope;
        this.intake = intake;
        this.now = now;
    }

    /**
     * What came of it.
     *
     * @param user whose click
     * @param outcome what was resolved
     * @param clickedAt his first recorded click on the lure
     */
    record Judged(UserAccount user, ClickOutcome outcome, Optional<Instant> clickedAt) {
        OfCampaign.ClickJudged entry() {
            return new OfCampaign.ClickJudged(
                    user.userPrincipalName(),
                    result(),
                    variant(),
                    clickedAt,
                    outcome.reasons().stream().map(ClickJudging::inWords).toList());
        }

        ClickResult result() {
            return switch (outcome) {
                case ClickOutcome.Blocked _ -> ClickResult.BLOCKED;
                case ClickOutcome.Reached _ -> ClickResult.REACHED;
                case ClickOutcome.Unknown _ -> ClickResult.UNKNOWN;
            };
        }

        private String variant() {
            return switch (outcome) {
                case ClickOutcome.Blocked _ -> "";
                case ClickOutcome.Reached reached ->
                    reached.kinds().stream().map(Word::of).collect(Collectors.joining(", "));
                case ClickOutcome.Unknown _ -> "";
            };
        }
    }

    /** A reason with its source and its age. */
    private static String inWords(OutcomeReason reason) {
        String source = reason.source().inWords();
        String when = reason.at().map(at -> ", of " + Minutes.of(at)).orElse("");
        String old = reason.age()
                .map(age -> ", " + age.toMinutes() + " min before it was judged")
                .orElse("");
        String reach = reason.reachesUntil()
                .map(end -> ", whole through " + Minutes.of(end))
                .orElse("");
        return reason.text() + " (" + source + when + old + reach + ")";
    }

    Judged judge(UserAccount user) throws InterruptedException {
        Set<String> names = new HashSet<>(ScopeReader.names(user));
        List<ClickRecord> his = scope.lure().clicksOn(scope.clicks()).stream()
                .filter(click -> names.contains(click.user()))
                .toList();
        Optional<Instant> clickedAt = his.stream().map(ClickRecord::at).min(Instant::compareTo);
        Instant since = clickedAt
                .or(() -> intake.interviewOf(user.userPrincipalName()).clickedAt())
                .or(() -> deliveredAt(names))
                .orElseGet(() -> now.minus(PostClickSignIns.WATCHED));
        ClickEvidence evidence = new ClickEvidence(
                user.userPrincipalName(),
                names,
                intake.interviewOf(nameInInterview(names, user)),
                intake.arrival(),
                scope.lure(),
                scope.clicks(),
                afterwards(user, since, reachedAt(his, user)),
                scope.reaches(),
                now);
        return new Judged(user, OutcomeResolver.resolve(evidence), clickedAt);
    }

    /** When he can have reached the page: a click that was blocked asked nothing of him. */
    private List<Instant> reachedAt(List<ClickRecord> his, UserAccount user) {
        return Stream.concat(
                        his.stream()
                                .filter(click -> click.action() != ClickAction.BLOCKED)
                                .map(ClickRecord::at),
                        intake.interviewOf(user.userPrincipalName()).clickedAt().stream())
                .distinct()
                .toList();
    }

    /** He may have been interviewed under another of his addresses. */
    private String nameInInterview(Set<String> names, UserAccount user) {
        return intake.interviews().stream()
                .map(one -> one.user())
                .filter(name -> names.contains(name.toLowerCase(Locale.ROOT))
                        || name.equalsIgnoreCase(user.displayName())
                        || name.equalsIgnoreCase(user.objectId()))
                .findFirst()
                .orElse(user.userPrincipalName());
    }

    private Optional<Instant> deliveredAt(Set<String> names) {
        return scope.campaign().mails().stream()
                .filter(mail -> mail.recipients().stream().anyMatch(names::contains))
                .map(CampaignMail::receivedAt)
                .min(Instant::compareTo);
    }

    /** What his account shows since; empty where it could not be looked at. */
    private Optional<PostClickSignIns> afterwards(UserAccount user, Instant since, List<Instant> clickedAt)
            throws InterruptedException {
        try {
            CaseFile account = file.file(user);
            AttackPicture picture = account.picture();
            return Optional.of(PostClickSignIns.of(picture, since, things(account, user, clickedAt), signIns(picture)));
        } catch (TenantException e) {
            if (e.failure().reason() == Failure.Reason.INTERRUPTED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private List<Appeared> things(CaseFile account, UserAccount user, List<Instant> clickedAt)
            throws InterruptedException {
        Judge judge = account.judge().ofPhishedAt(clickedAt);
        List<Appeared> things = new ArrayList<>();
        Attempt.of(() -> file.tenant().consentGrants().fetchGrants(user.objectId())).value().orElse(List.of()).stream()
                .flatMap(grant -> appeared(grant, judge))
                .forEach(things::add);
        Attempt.of(() -> file.tenant().devices().fetchDevices(user.objectId())).value().orElse(List.of()).stream()
                .flatMap(device -> appeared(device, judge))
                .forEach(things::add);
        return things;
    }

    /** A grant carries no date; that of its application in this tenant is the latest at which it can be older. */
    private static Stream<Appeared> appeared(ConsentGrant grant, Judge judge) {
        return grant.client().createdAt().stream()
                .map(at -> new Appeared(Appeared.What.CONSENT, grant.client().displayName(), at, judge.consent(grant)));
    }

    private static Stream<Appeared> appeared(Device device, Judge judge) {
        return device.registeredAt().stream()
                .map(at -> new Appeared(Appeared.What.DEVICE, device.displayName(), at, judge.device(device)));
    }

    private static Reach signIns(AttackPicture picture) {
        Optional<Coverage> log = picture.coverage().stream()
                .filter(one -> one.source().equals("signIns"))
                .findFirst();
        if (log.isEmpty()) {
            return new Reach.NotRead(Source.SIGN_INS, "Nobody looked.");
        }
        Coverage coverage = log.get();
        return coverage.through().isEmpty() && coverage.notRead().isPresent()
                ? new Reach.NotRead(Source.SIGN_INS, coverage.notRead().get())
                : new Reach.Read(
                        Source.SIGN_INS,
                        coverage.from(),
                        coverage.through(),
                        picture.now(),
                        coverage.rows(),
                        coverage.notRead());
    }
}
