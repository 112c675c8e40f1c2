package dev.cordon.investigation.review;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.tenant.SecureScores.Control;
import dev.cordon.tenant.SecureScores.SecureScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Secure Score that fell since it was last looked at: something that protects may have been switched off. */
public final class ScoreDrop {
    private static final int MOST_NAMED = 5;

    private ScoreDrop() {}

    /**
     * The finding; empty where no point was lost.
     *
     * @param before the points of each control then, by its name; empty where they were not kept
     */
    public static Optional<ReviewFinding> since(double pointsBefore, Map<String, Double> before, SecureScore now) {
        double lost = pointsBefore - now.current();
        if (lost < 0.5) {
            return Optional.empty();
        }
        List<Control> fallen = now.controls().stream()
                .filter(control -> before.getOrDefault(control.name(), 0.0) - control.points() > 0.01)
                .sorted(Comparator.comparingDouble(
                                (Control control) -> control.points() - before.getOrDefault(control.name(), 0.0))
                        .thenComparing(Control::name))
                .toList();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                "score-fell",
                String.format(
                        Locale.ROOT,
                        "Secure Score fell by %.1f points to %.1f of %.1f: was something that protects switched off?",
                        lost,
                        now.current(),
                        now.maximum()),
                Optional.empty()));
        if (!fallen.isEmpty()) {
            reasons.add(new Reason("controls-fell", "Lower than last time: " + names(fallen) + ".", Optional.empty()));
        }
        return Optional.of(new ReviewFinding(
                FindingKind.SECURE_SCORE,
                "Secure Score",
                FindingState.ACTIVE,
                List.of("secure-score-" + now.at()),
                0,
                "",
                now.at(),
                Verdict.REVIEW,
                Confidence.UNKNOWN,
                reasons,
                ""));
    }

    private static String names(List<Control> fallen) {
        String more = fallen.size() > MOST_NAMED ? " and " + (fallen.size() - MOST_NAMED) + " more" : "";
        return fallen.stream()
                        .limit(MOST_NAMED)
                        .map(control -> Quote.of(control.name()))
                        .collect(Collectors.joining(", "))
                + more;
    }
}
