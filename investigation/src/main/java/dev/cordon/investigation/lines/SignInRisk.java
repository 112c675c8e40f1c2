package dev.cordon.investigation.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What Microsoft's products hold of a sign-in: somebody else's opinion, which adds to the evidence and never decides.
 *
 * @param level how much risk they see
 * @param isConfirmed whether an administrator, or Microsoft, said that it was an attacker
 * @param isDismissed whether somebody said that it was not
 * @param hasHardDetection whether one of the detections hardly ever errs
 */
record SignInRisk(Level level, boolean isConfirmed, boolean isDismissed, boolean hasHardDetection) {
    /** Levels, from none on. */
    enum Level {
        NONE,
        LOW,
        MEDIUM,
        HIGH
    }

    /** Of nearly every sign-in. */
    private static final SignInRisk NOTHING = new SignInRisk(Level.NONE, false, false, false);

    private static final Set<String> HARD = Set.of(
            "maliciousipaddress",
            "malwareinfectedipaddress",
            "leakedcredentials",
            "attackerinthemiddle",
            "anomaloustoken",
            "tokenissueranomaly",
            "passwordspray",
            "nationstateip",
            "investigationsthreatintelligence",
            "suspiciousbrowser",
            "suspiciousinboxmanipulationrules",
            "suspiciousapitraffic",
            "anonymizedipaddress",
            "riskyipaddress");

    static SignInRisk read(Members line) throws UnreadableLineException {
        List<String> detections = new ArrayList<>(line.texts("riskEventTypes_v2"));
        detections.addAll(line.texts("riskEventTypes"));
        String state = Vocabulary.lower(line.textOrEmpty("riskState"));
        Level during = level(line.textOrEmpty("riskLevelDuringSignIn"));
        Level aggregated = level(line.textOrEmpty("riskLevelAggregated"));
        var risk = new SignInRisk(
                during.compareTo(aggregated) >= 0 ? during : aggregated,
                state.equals("confirmedcompromised"),
                Set.of("confirmedsafe", "dismissed").contains(state),
                detections.stream()
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(HARD::contains));
        return risk.equals(NOTHING) ? NOTHING : risk;
    }

    private static Level level(String text) {
        return switch (Vocabulary.lower(text)) {
            case "high" -> Level.HIGH;
            case "medium" -> Level.MEDIUM;
            case "low" -> Level.LOW;
            default -> Level.NONE;
        };
    }

    boolean isHeld(Level asked) {
        return level == asked && !isDismissed;
    }
}
