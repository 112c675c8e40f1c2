package dev.cordon.investigation.review;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.lines.TenantSignIns.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sign-ins that were judged, one finding for each user: whoever answers for them is asked once, not for each row. */
public final class SuspiciousSignIns {
    private static final int MOST_IDS = 200;
    private static final int MOST_REASONS = 6;
    private static final int MOST_ADDRESSES = 3;
    private static final Comparator<Told> WORST = Comparator.comparingInt(Told::score)
            .reversed()
            .thenComparing(Told::at)
            .thenComparing(Told::id);

    private SuspiciousSignIns() {}

    /** The findings, the worst first; the order of {@code told} does not matter. */
    public static List<ReviewFinding> findings(Collection<Told> told) {
        Map<String, List<Told>> byUser = told.stream()
                .collect(Collectors.groupingBy(
                        one -> one.user().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        return byUser.values().stream()
                .map(SuspiciousSignIns::finding)
                .sorted(ReviewFinding.ORDER)
                .toList();
    }

    /**
     * Those without the wrong passwords of a spray: that one is a finding itself, and says how many accounts it tried and who got in. What is left
     * of an account that was only tried is nothing.
     *
     * @param findings among them the sprays that were found
     */
    public static List<Told> withoutSprayed(Collection<Told> told, Collection<ReviewFinding> findings) {
        Set<String> tries = findings.stream()
                .filter(finding -> finding.kind() == FindingKind.PASSWORD_SPRAY)
                .flatMap(finding -> finding.recordIds().stream())
                .collect(Collectors.toSet());
        return told.stream()
                .filter(one -> one.hadPassword() || !tries.contains(one.id()))
                .toList();
    }

    private static ReviewFinding finding(List<Told> his) {
        Told worst = his.stream().min(WORST).orElseThrow();
        List<Told> like = his.stream()
                .filter(one -> one.verdict() == worst.verdict())
                .sorted(Comparator.comparing(Told::at).thenComparing(Told::id))
                .toList();
        boolean isIn = like.stream().anyMatch(Told::succeeded);
        List<Reason> reasons =
                new ArrayList<>(worst.reasons().stream().limit(MOST_REASONS).toList());
        reasons.add(summary(like, isIn));
        return new ReviewFinding(
                FindingKind.SIGN_IN,
                worst.user(),
                isIn ? FindingState.ACTIVE : FindingState.REVERTED,
                like.stream().limit(MOST_IDS).map(Told::id).toList(),
                Math.max(0, like.size() - MOST_IDS),
                worst.user(),
                like.getFirst().at(),
                worst.verdict(),
                worst.verdict() == Verdict.MALICIOUS ? Confidence.LIKELY : Confidence.UNKNOWN,
                reasons,
                worst.user());
    }

    private static Reason summary(List<Told> like, boolean isIn) {
        Instant first = like.getFirst().at().truncatedTo(ChronoUnit.MINUTES);
        Instant last = like.getLast().at().truncatedTo(ChronoUnit.MINUTES);
        List<String> places = like.stream()
                .map(one -> one.address() + (one.country().isEmpty() ? "" : " (" + one.country() + ")"))
                .distinct()
                .sorted()
                .toList();
        String from = places.stream().limit(MOST_ADDRESSES).map(Quote::of).collect(Collectors.joining(", "))
                + (places.size() > MOST_ADDRESSES ? " and " + (places.size() - MOST_ADDRESSES) + " more" : "");
        String when = first.equals(last) ? "at " + first : "from " + first + " to " + last;
        String number = like.size() == 1 ? "One such sign-in " : like.size() + " such sign-ins ";
        return new Reason(
                "seen", number + when + ", from " + from + (isIn ? "." : "; none of them got in."), Optional.empty());
    }
}
