package dev.cordon.investigation.phishing;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.JudgedSignIn;
import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One outcome while it is resolved. One thread. */
final class Resolving {
    /** People remember the day better than the hour. */
    private static final Duration REMEMBERED = Duration.ofHours(12);

    /** Two sources tell of one click with so much between them at most. */
    private static final Duration SAME_CLICK = Duration.ofMinutes(5);

    private final ClickEvidence evidence;
    private final Interview said;
    private final String user;
    private final List<ClickRecord> clicks;

    Resolving(ClickEvidence evidence) {
        this.evidence = evidence;
        this.said = evidence.interview();
        this.user = Quote.of(evidence.user());
        List<ClickRecord> own = evidence.lure().clicksOn(evidence.clicks()).stream()
                .filter(click -> evidence.names().contains(click.user()))
                .toList();
        this.clicks = own.stream()
                .filter(click -> click.action() != ClickAction.BLOCKED_PERHAPS_WENT_ON || !isToldByHunting(click, own))
                .toList();
    }

    /** The hunting table tells by a column of its own whether the user went on. */
    private static boolean isToldByHunting(ClickRecord click, List<ClickRecord> own) {
        return own.stream()
                .filter(other -> other.source() == Source.HUNTING)
                .anyMatch(
                        other -> Duration.between(other.at(), click.at()).abs().compareTo(SAME_CLICK) <= 0);
    }

    ClickOutcome outcome() {
        List<OutcomeReason> harm = admissions(Question.ofHarm());
        List<OutcomeReason> page = admissions(List.of(Question.PAGE_SEEN));
        List<OutcomeReason> recorded = recorded(ClickAction.LET_THROUGH, ClickAction.WENT_ON);
        List<OutcomeReason> theft = theft();
        List<OutcomeReason> reached = joined(List.of(harm, recorded, theft, page));
        if (!reached.isEmpty()) {
            return new ClickOutcome.Reached(
                    kinds(),
                    joined(List.of(
                            reached,
                            onlyHisWord(),
                            contradictions(true),
                            recorded(
                                    ClickAction.BLOCKED,
                                    ClickAction.BLOCKED_PERHAPS_WENT_ON,
                                    ClickAction.PENDING,
                                    ClickAction.NOT_SAID),
                            beside())));
        }
        List<OutcomeReason> doubts = doubts();
        List<OutcomeReason> blocked = recorded(ClickAction.BLOCKED, ClickAction.BLOCKED_PERHAPS_WENT_ON);
        return doubts.isEmpty() && !blocked.isEmpty()
                ? new ClickOutcome.Blocked(joined(List.of(blocked, contradictions(false), cleared(), beside())))
                : new ClickOutcome.Unknown(joined(List.of(doubts, blocked, contradictions(false), beside())));
    }

    private static List<OutcomeReason> joined(List<List<OutcomeReason>> lists) {
        return lists.stream().flatMap(List::stream).distinct().toList();
    }

    /** What the page was after: by what the user says and by what came of it; where neither tells, a page that asks for the password. */
    private List<PhishingKind> kinds() {
        List<PhishingKind> kinds = Stream.concat(
                        said.answered(Answer.YES).stream().map(Resolving::kind).flatMap(Optional::stream),
                        evidence.afterwards().stream().flatMap(after -> after.kinds().stream()))
                .distinct()
                .toList();
        if (!kinds.isEmpty()) {
            return kinds;
        }
        boolean nothingGiven = theft().isEmpty()
                && deniesAllOfTheAccount()
                && contradictions(true).isEmpty();
        return List.of(nothingGiven ? PhishingKind.INFORMATION_ONLY : PhishingKind.CREDENTIAL_PAGE);
    }

    /** That nothing was handed over, where nothing but the user says so. */
    private List<OutcomeReason> onlyHisWord() {
        return kinds().equals(List.of(PhishingKind.INFORMATION_ONLY))
                ? List.of(saying(
                        "only-users-word",
                        "That nothing of the account was handed over is the word of " + user
                                + " alone: the sign-ins are watched for 72 hours after the click."))
                : List.of();
    }

    /** Card numbers and the like may have been typed: that is bad, and nothing of the account. */
    private boolean deniesAllOfTheAccount() {
        return Question.ofHarm().stream()
                .filter(question -> question != Question.DETAILS_TYPED)
                .allMatch(question -> said.to(question) == Answer.NO);
    }

    private static Optional<PhishingKind> kind(Question question) {
        return switch (question) {
            case PASSWORD_TYPED -> Optional.of(PhishingKind.CREDENTIAL_PAGE);
            case PROMPT_APPROVED -> Optional.of(PhishingKind.AITM);
            case CODE_ENTERED -> Optional.of(PhishingKind.DEVICE_CODE);
            case CONSENT_GIVEN -> Optional.of(PhishingKind.CONSENT);
            case FILE_DOWNLOADED, FILE_OPENED -> Optional.of(PhishingKind.MALWARE);
            case COMMAND_RUN -> Optional.of(PhishingKind.PASTED_COMMAND);
            case CLICKED, PAGE_SEEN, OPENED_ELSEWHERE, DETAILS_TYPED -> Optional.empty();
        };
    }

    private List<OutcomeReason> admissions(List<Question> questions) {
        return questions.stream()
                .filter(question -> said.to(question) == Answer.YES)
                .map(question -> saying("said-" + Word.of(question), user + " says that " + question.affirmed() + "."))
                .toList();
    }

    private OutcomeReason saying(String signal, String text) {
        return reason(signal, text, Source.INTERVIEW, said.clickedAt());
    }

    /** One reason for each thing that Safe Links did and each source that tells it, told by its last click. */
    private List<OutcomeReason> recorded(ClickAction... actions) {
        List<OutcomeReason> reasons = new ArrayList<>();
        for (ClickAction action : actions) {
            for (Source source : Source.values()) {
                List<ClickRecord> of = clicks.stream()
                        .filter(click -> click.action() == action && click.source() == source)
                        .toList();
                if (!of.isEmpty()) {
                    reasons.add(recorded(action, of));
                }
            }
        }
        return reasons;
    }

    private OutcomeReason recorded(ClickAction action, List<ClickRecord> of) {
        ClickRecord last = of.getLast();
        String count = of.size() == 1 ? "once" : of.size() + " times, last";
        String link = " on " + Quote.of(SafeLinksUrl.of(last.url()).defanged()) + ", " + count + " at "
                + Minutes.of(last.at());
        return switch (action) {
            case LET_THROUGH ->
                reason(
                        "let-through",
                        user + " clicked" + link + ", and the page was let through.",
                        last.source(),
                        Optional.of(last.at()));
            case WENT_ON ->
                reason(
                        "went-on",
                        user + " clicked" + link + ", and went on behind the warning.",
                        last.source(),
                        Optional.of(last.at()));
            case BLOCKED ->
                reason(
                        "blocked",
                        user + " clicked" + link + "; Safe Links showed its warning, and nobody went on.",
                        last.source(),
                        Optional.of(last.at()));
            case BLOCKED_PERHAPS_WENT_ON ->
                reason(
                        "blocked-perhaps-went-on",
                        user + " clicked" + link + ". Microsoft's word for it, " + Quote.of(last.actionText())
                                + ", does not tell whether the warning was the end of it: only " + user + " knows.",
                        last.source(),
                        Optional.of(last.at()));
            case PENDING ->
                reason(
                        "pending",
                        user + " clicked" + link + " before Safe Links had a verdict: the page may have come.",
                        last.source(),
                        Optional.of(last.at()));
            case NOT_SAID ->
                reason(
                        "action-not-said",
                        user + " clicked" + link + "; what came is not told (" + Quote.of(last.actionText()) + ").",
                        last.source(),
                        Optional.of(last.at()));
        };
    }

    /** What the account shows after the click. */
    private List<OutcomeReason> theft() {
        return evidence.afterwards()
                .map(after -> Stream.concat(
                                after.theft().stream().limit(1).map(first -> theft(first, after)),
                                after.hostileThings().stream().map(this::appeared))
                        .toList())
                .orElse(List.of());
    }

    private OutcomeReason theft(JudgedSignIn first, PostClickSignIns after) {
        String more = after.theft().size() == 1
                ? ""
                : " It is the first of " + after.theft().size() + ".";
        String why =
                first.judgement().reasons().stream().map(Reason::text).limit(2).collect(Collectors.joining(" "));
        Instant at = first.signIn().at();
        return reason(
                "theft-after-click",
                "At " + Minutes.of(at) + ", after the click, somebody else signed in from "
                        + Quote.of(first.signIn().ipAddress()) + "." + more + " " + why,
                Source.SIGN_INS,
                Optional.of(at));
    }

    private OutcomeReason appeared(PostClickSignIns.Appeared thing) {
        String what = switch (thing.what()) {
            case CONSENT -> "an application was given access, ";
            case DEVICE -> "a device was registered, ";
            case AUTHENTICATION_METHOD -> "a way to sign in was added, ";
        };
        return reason(
                "appeared-after-click",
                "At " + Minutes.of(thing.at()) + ", after the click, " + what + Quote.of(thing.name()) + ". "
                        + thing.judgement().reasons().getFirst().text(),
                Source.DIRECTORY_AUDIT,
                Optional.of(thing.at()));
    }

    /** What keeps a click from being called blocked; none where nothing does and there is a record. */
    private List<OutcomeReason> doubts() {
        List<OutcomeReason> doubts = new ArrayList<>();
        attackerBefore().ifPresent(doubts::add);
        doubts.addAll(recorded(ClickAction.PENDING, ClickAction.NOT_SAID));
        if (!said.isClean()) {
            doubts.addAll(recorded(ClickAction.BLOCKED_PERHAPS_WENT_ON));
        }
        doubts.addAll(notKnown());
        if (!evidence.arrival().isSeenBySafeLinks()) {
            doubts.add(saying("not-seen-by-safe-links", evidence.arrival().advice()));
        }
        if (clicks.isEmpty()) {
            doubts.add(noRecord());
        } else {
            recordIncomplete().ifPresent(doubts::add);
            claimedOtherwise().ifPresent(doubts::add);
        }
        return doubts;
    }

    private Optional<OutcomeReason> attackerBefore() {
        return evidence.afterwards()
                .filter(after -> !after.earlier().isEmpty())
                .map(after -> after.earlier().getLast().signIn())
                .map(signIn -> reason(
                        "attacker-before-click",
                        "Somebody else was in the account before the click already, last at " + Minutes.of(signIn.at())
                                + " from " + Quote.of(signIn.ipAddress())
                                + ": whatever became of the click, the account is not safe.",
                        Source.SIGN_INS,
                        Optional.of(signIn.at())));
    }

    private List<OutcomeReason> notKnown() {
        List<OutcomeReason> doubts = new ArrayList<>();
        List<Question> open = said.answered(Answer.DOES_NOT_KNOW).stream()
                .filter(question -> question.isOfHarm() || question == Question.PAGE_SEEN)
                .toList();
        if (!open.isEmpty()) {
            doubts.add(saying(
                    "does-not-know",
                    user + " does not know whether "
                            + open.stream().map(Question::affirmed).collect(Collectors.joining(", or whether "))
                            + "."));
        }
        switch (said.to(Question.OPENED_ELSEWHERE)) {
            case YES ->
                doubts.add(saying(
                        "opened-elsewhere",
                        user + " says that it was opened outside the mail, where Safe Links does not see it."));
            case DOES_NOT_KNOW ->
                doubts.add(saying(
                        "opened-elsewhere", user + " does not know whether it was opened outside the mail as well."));
            case NO, NOT_ASKED -> {}
        }
        return doubts;
    }

    private OutcomeReason noRecord() {
        List<Reach> recording = evidence.reaches().stream()
                .filter(reach -> reach.source().recordsClicks())
                .filter(reach -> reach instanceof Reach.Read)
                .toList();
        if (recording.isEmpty()) {
            return reason(
                    "nothing-records-clicks",
                    "Nothing here records who clicked what: only " + user + " and the account itself can tell.",
                    Source.INTERVIEW,
                    Optional.empty());
        }
        String until = recording.stream()
                .map(Reach::through)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .map(end -> ", as far as it reaches (" + Minutes.of(end) + ")")
                .orElse("");
        return reason(
                "no-record",
                "No click of " + user + " on it is recorded" + until
                        + ". A link that is opened outside the mail, or that Safe Links did not wrap, never is.",
                recording.getFirst().source(),
                Optional.empty());
    }

    /** What a record that was not read to its end may lack is the click that got through. */
    private Optional<OutcomeReason> recordIncomplete() {
        List<Reach> recording = evidence.reaches().stream()
                .filter(reach -> reach.source().recordsClicks())
                .toList();
        boolean anyWhole = recording.stream().anyMatch(Reach::isWhole);
        return anyWhole
                ? Optional.empty()
                : Optional.of(reason(
                        "record-incomplete",
                        "The clicks were not read to their end, so one that got through may be missing."
                                + recording.stream()
                                        .map(Reach::inWords)
                                        .sorted()
                                        .map(text -> " " + text)
                                        .collect(Collectors.joining()),
                        clicks.getLast().source(),
                        Optional.empty()));
    }

    /** He names a click of another day than those recorded. */
    private Optional<OutcomeReason> claimedOtherwise() {
        return said.clickedAt()
                .filter(at -> clicks.stream()
                        .noneMatch(
                                click -> Duration.between(click.at(), at).abs().compareTo(REMEMBERED) <= 0))
                .map(at -> {
                    boolean covered = evidence.reaches().stream()
                            .anyMatch(reach -> reach instanceof Reach.Read read
                                    && read.source().recordsClicks()
                                    && read.covers(at));
                    return saying(
                            covered ? "said-click-not-recorded" : "said-click-not-covered",
                            user + " says the click was at " + Minutes.of(at)
                                    + (covered
                                            ? ", and no click of that time is recorded: that one was not seen by Safe Links."
                                            : ", a time that the records do not reach."));
                });
    }

    /** What the user says against what is recorded. */
    private List<OutcomeReason> contradictions(boolean reached) {
        List<OutcomeReason> found = new ArrayList<>();
        boolean onlyBlocked =
                !clicks.isEmpty() && clicks.stream().allMatch(click -> click.action() == ClickAction.BLOCKED);
        boolean gotThrough = clicks.stream().anyMatch(click -> click.action().isReached());
        List<Question> admitted = said.answered(Answer.YES).stream()
                .filter(question -> question.isOfHarm() || question == Question.PAGE_SEEN)
                .toList();
        if (onlyBlocked && !admitted.isEmpty()) {
            found.add(
                    contradiction(
                            user + " says that " + admitted.getFirst().affirmed()
                                    + ", and only clicks that were blocked are recorded. It may have been opened where nothing records it. The worse is taken."));
        }
        if (said.to(Question.CLICKED) == Answer.NO && !clicks.isEmpty()) {
            found.add(contradiction(user + " says that nothing was clicked, and "
                    + (clicks.size() == 1 ? "a click is" : clicks.size() + " clicks are")
                    + " recorded. The record is taken."));
        }
        if (said.to(Question.PAGE_SEEN) == Answer.NO && gotThrough) {
            found.add(
                    contradiction(
                            user
                                    + " says that no page appeared, and a click that was let through is recorded. The worse is taken."));
        }
        if (reached && said.deniesHarm() && !theft().isEmpty()) {
            found.add(contradiction(user
                    + " says that nothing was handed over, and somebody else got into the account after the click. The worse"
                    + " is taken."));
        }
        return found;
    }

    private OutcomeReason contradiction(String text) {
        return saying("contradiction", text);
    }

    /** What supports that nothing but the warning was seen. */
    private List<OutcomeReason> cleared() {
        List<OutcomeReason> found = new ArrayList<>();
        if (said.isClean()) {
            found.add(saying(
                    "said-no-harm",
                    user + " was asked everything and says that no page came and nothing was handed over."));
        } else if (said.answers().isEmpty()) {
            found.add(saying("not-asked", "Nobody asked " + user + ": the record stands alone."));
        } else {
            List<Question> open = said.answered(Answer.NOT_ASKED).stream()
                    .filter(question -> question.isOfHarm() || question == Question.PAGE_SEEN)
                    .toList();
            found.add(saying(
                    "not-asked",
                    user + " was not asked whether "
                            + open.stream().map(Question::affirmed).collect(Collectors.joining(", or whether "))
                            + "."));
        }
        return found;
    }

    /** What belongs beside every outcome: sign-ins to be asked about, and what was not visible. */
    private List<OutcomeReason> beside() {
        List<OutcomeReason> found = new ArrayList<>();
        evidence.afterwards().ifPresent(after -> {
            if (!after.odd().isEmpty()) {
                Instant at = after.odd().getFirst().signIn().at();
                found.add(reason(
                        "odd-after-click",
                        (after.odd().size() == 1 ? "A sign-in" : after.odd().size() + " sign-ins")
                                + " after the click may be somebody else's, first at " + Minutes.of(at) + ": ask "
                                + user + ".",
                        Source.SIGN_INS,
                        Optional.of(at)));
            }
            if (after.theft().isEmpty()) {
                found.add(reason(
                        "no-theft-seen",
                        "No sign-in of somebody else after the click was seen" + (after.isOver() ? "" : " so far")
                                + ". " + after.reach().inWords(),
                        Source.SIGN_INS,
                        Optional.empty()));
            }
        });
        evidence.reaches().stream()
                .filter(reach -> !reach.isWhole())
                .map(reach -> reason(
                        reach instanceof Reach.NotLicensed ? "not-licensed" : "not-read",
                        reach.inWords(),
                        reach.source(),
                        Optional.empty()))
                .sorted(Comparator.comparing(OutcomeReason::source).thenComparing(OutcomeReason::text))
                .forEach(found::add);
        return found;
    }

    private OutcomeReason reason(String signal, String text, Source source, Optional<Instant> at) {
        Optional<Duration> age = at.map(when -> Duration.between(when, evidence.now()))
                .map(old -> old.isNegative() ? Duration.ZERO : old);
        Optional<Instant> reaches = evidence.reaches().stream()
                .filter(reach -> reach.source() == source)
                .map(Reach::through)
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        return new OutcomeReason(signal, text, source, at, age, reaches);
    }
}
