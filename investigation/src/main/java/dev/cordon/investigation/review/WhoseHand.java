package dev.cordon.investigation.review;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.review.Change.Origin;
import dev.cordon.investigation.review.Explanation.Explained;
import dev.cordon.investigation.review.Whereabouts.Visit;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges what was done by whose hand it may have been: what comes from where an attacker signed in is his, and what somebody does every day from where
 * he works, with nothing strange about his sign-ins, is held for less bad. Immutable.
 */
final class WhoseHand {
    static final String FROM_WHERE_HE_WORKS = "from-where-he-works";

    /** The score of what an attacker did. */
    private static final int ATTACKERS = 90;

    private final Things.Context context;
    private final EverydayDeeds everyday;

    WhoseHand(Verdicts verdicts, Things.Context context) {
        this.context = context;
        this.everyday = new EverydayDeeds(verdicts);
    }

    /**
     * What is said of the changes of one thing in the end.
     *
     * @param judged what is said of them by what they do
     * @param explained why they may be meant: what the organisation said of itself does not explain whose hand it was
     */
    Judgement judge(Judgement judged, List<Change> changes, Optional<Explained> explained) {
        Optional<Reason> attackers = attackers(changes);
        List<Reason> against = new ArrayList<>();
        attackers.ifPresent(against::add);
        int more = attackers.isPresent() ? Math.max(0, ATTACKERS - judged.score()) : 0;
        if (attackers.isEmpty() && isFromSprayer(changes)) {
            against.add(Verdicts.reason(
                    "from-sprayer", "T1078.004", "It was done from an address that tried passwords on many accounts."));
            more += 40;
        }
        if (changes.stream().anyMatch(this::isForNewcomer)) {
            against.add(Verdicts.reason(
                    "to-new-account", "T1136.003", "Whoever got it is an account that was made only then."));
            more += 20;
        }
        if (against.isEmpty()) {
            Judgement calmed = calmed(judged, changes);
            return explained.map(why -> why.fact().applied(calmed, why.rest())).orElse(calmed);
        }
        Judgement worse = worse(judged, more, against);
        Verdict hand = attackers.isPresent() ? Verdict.MALICIOUS : Verdict.ofScore(more);
        return explained
                .map(why -> why.fact().applied(worse, hand.isAtLeast(why.rest()) ? hand : why.rest()))
                .orElse(worse);
    }

    private static Judgement worse(Judgement judged, int more, List<Reason> against) {
        int score = Math.min(100, judged.score() + more);
        return new Judgement(
                Verdict.ofScore(score),
                score,
                Stream.concat(against.stream(), judged.reasons().stream()).toList());
    }

    private boolean isFromSprayer(List<Change> changes) {
        return changes.stream().map(change -> change.origin().address()).anyMatch(context.sprayers()::contains);
    }

    /** A deed in an attacker's surroundings. */
    private record Met(Visit visit, Origin origin) {
        static final Comparator<Met> ORDER = Comparator.comparing(Met::visit, Visit.ORDER)
                .thenComparing(met -> met.origin.at())
                .thenComparing(met -> met.origin.id());

        Reason reason() {
            String at = visit.at().truncatedTo(ChronoUnit.SECONDS).toString();
            String deed = origin.address().equals(visit.address())
                    ? "Done from " + Quote.of(visit.address()) + ", from where an attacker "
                            + (visit.gotIn() ? "signed in" : "tried to sign in")
                    : "Done in the session or on the device with which an attacker signed in";
            return Verdicts.reason(
                    "attackers-deed", "T1078.004", deed + " as " + Quote.of(visit.user()) + " at " + at + ".");
        }
    }

    private Optional<Reason> attackers(List<Change> changes) {
        return changes.stream()
                .map(Change::origin)
                .flatMap(origin -> context.whereabouts().visit(origin).map(visit -> new Met(visit, origin)).stream())
                .min(Met.ORDER)
                .map(Met::reason);
    }

    private Judgement calmed(Judgement judged, List<Change> changes) {
        boolean mayBe = switch (judged.verdict()) {
            case BENIGN -> false;
            case REVIEW -> context.whereabouts().isWhole() && everyday.are(changes);
            case MALICIOUS -> context.whereabouts().isKnown() && EverydayDeeds.areForwardingsOfOthers(changes);
        };
        return mayBe && changes.stream().allMatch(this::isFromWhereHeWorks)
                ? judged.milder(Verdicts.reason(
                        FROM_WHERE_HE_WORKS,
                        "",
                        "Done from where "
                                + Quote.of(changes.getFirst().origin().actor())
                                + " works, and nothing about his sign-ins is strange."))
                : judged;
    }

    /** Whose account it is about is asked as well: he who is in it may have had it done. */
    private boolean isFromWhereHeWorks(Change change) {
        Whereabouts whereabouts = context.whereabouts();
        Origin origin = change.origin();
        return whereabouts.worksFrom(origin.person(), origin.address(), origin.at())
                && Stream.concat(Stream.of(origin.person()), Stream.concat(change.places().stream(), getter(change)))
                        .noneMatch(whereabouts::isSuspected);
    }

    private static Stream<String> getter(Change change) {
        return change.meaning() instanceof Meaning.Right right
                ? Stream.of(Names.plain(right.right().trustee()))
                : Stream.empty();
    }

    private boolean isForNewcomer(Change change) {
        return switch (change.meaning()) {
            case Meaning.Role role -> context.newcomers().contains(Names.plain(role.holder()));
            case Meaning.Right right ->
                context.newcomers().contains(Names.plain(right.right().trustee()));
            case Meaning.Rule _,
                    Meaning.Forward _,
                    Meaning.Calendar _,
                    Meaning.Reply _,
                    Meaning.Route _,
                    Meaning.Consent _,
                    Meaning.Permission _,
                    Meaning.Assignment _,
                    Meaning.Credential _,
                    Meaning.Application _,
                    Meaning.Account _,
                    Meaning.Protection _,
                    Meaning.Method _,
                    Meaning.Device _,
                    Meaning.Logging _,
                    Meaning.Search _,
                    Meaning.Link _ -> false;
        };
    }
}
