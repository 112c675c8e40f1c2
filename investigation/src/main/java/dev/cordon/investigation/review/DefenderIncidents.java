package dev.cordon.investigation.review;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.tenant.SecurityIncident;
import dev.cordon.tenant.SecurityIncident.NamedUser;
import dev.cordon.tenant.SecurityIncident.Severity;
import dev.cordon.tenant.SecurityIncident.Status;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Microsoft Defender's incidents as findings: its severity is told, and what somebody has judged since stands above it. */
public final class DefenderIncidents {
    private static final int MOST_NAMED = 3;
    private static final Pattern PHISHING = Pattern.compile("phish|malicious (url|link|file)|removed after delivery");

    private DefenderIncidents() {}

    /** One finding for each, the worst first. */
    public static List<ReviewFinding> findings(Collection<SecurityIncident> incidents) {
        return incidents.stream()
                .map(DefenderIncidents::finding)
                .sorted(ReviewFinding.ORDER)
                .toList();
    }

    /** How many of their alerts are about phishing that was delivered or clicked, by their titles. */
    public static int aboutPhishing(Collection<SecurityIncident> incidents) {
        return (int) incidents.stream()
                .flatMap(incident -> incident.alerts().stream())
                .filter(alert ->
                        PHISHING.matcher(alert.title().toLowerCase(Locale.ROOT)).find())
                .map(SecurityIncident.Alert::id)
                .distinct()
                .count();
    }

    /** Everybody whom one of them that is for a person to look at names, by whatever it calls him. */
    public static Set<String> suspected(Collection<SecurityIncident> incidents) {
        return incidents.stream()
                .filter(incident -> verdict(incident).isAtLeast(Verdict.REVIEW))
                .flatMap(incident -> incident.users().stream())
                .flatMap(user -> Stream.of(user.userPrincipalName(), user.address(), user.objectId()))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }

    private static ReviewFinding finding(SecurityIncident incident) {
        List<String> users = incident.users().stream()
                .map(DefenderIncidents::name)
                .distinct()
                .toList();
        Verdict verdict = verdict(incident);
        return new ReviewFinding(
                FindingKind.SECURITY_INCIDENT,
                subject(incident, users),
                isEnded(incident) ? FindingState.REVERTED : FindingState.ACTIVE,
                Stream.concat(Stream.of(incident.id()), incident.mergedIds().stream())
                        .toList(),
                0,
                "Microsoft Defender",
                incident.createdAt(),
                verdict,
                verdict == Verdict.MALICIOUS ? Confidence.LIKELY : Confidence.UNKNOWN,
                reasons(incident, users),
                incident.users().stream()
                        .map(NamedUser::userPrincipalName)
                        .filter(Row::isPerson)
                        .findFirst()
                        .orElse(""));
    }

    private static String subject(SecurityIncident incident, List<String> users) {
        String title = incident.title().isBlank() ? "incident " + incident.id() : incident.title();
        String named = String.join(", ", users.stream().limit(MOST_NAMED).toList());
        String more = users.size() > MOST_NAMED ? " and " + (users.size() - MOST_NAMED) + " more" : "";
        return users.isEmpty() ? title : title + " (" + named + more + ")";
    }

    private static String name(NamedUser user) {
        return Stream.of(user.userPrincipalName(), user.address(), user.accountName(), user.objectId())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEnded(SecurityIncident incident) {
        return incident.status() == Status.RESOLVED || incident.status() == Status.REDIRECTED;
    }

    private static Verdict verdict(SecurityIncident incident) {
        String classification = incident.classification().toLowerCase(Locale.ROOT);
        if (classification.equals("falsepositive") || classification.startsWith("informational")) {
            return Verdict.BENIGN;
        }
        if (isEnded(incident)) {
            boolean isTrue = classification.equals("truepositive") || incident.isAttackDisruption();
            return isTrue ? Verdict.REVIEW : Verdict.BENIGN;
        }
        if (incident.isAttackDisruption()) {
            return Verdict.MALICIOUS;
        }
        return switch (incident.severity()) {
            case HIGH -> Verdict.MALICIOUS;
            case MEDIUM, UNKNOWN, OTHER -> Verdict.REVIEW;
            case LOW, INFORMATIONAL -> Verdict.BENIGN;
        };
    }

    private static List<Reason> reasons(SecurityIncident incident, List<String> users) {
        List<Reason> reasons = new ArrayList<>();
        if (incident.isAttackDisruption()) {
            reasons.add(
                    reason(
                            "attack-disruption",
                            "Defender disrupted an attack by itself: accounts may be disabled, and what the attacker left is still there."));
        }
        reasons.add(reason(
                "severity",
                "Microsoft Defender holds it for " + words(incident.severity()) + "; it is " + words(incident.status())
                        + (incident.classification().equalsIgnoreCase("unknown")
                                ? ", and nobody has judged it."
                                : ", and somebody judged it.")));
        if (users.size() >= 4) {
            reasons.add(reason(
                    "many-users", "It names " + users.size() + " people: from four on call the managed SOC at once."));
        }
        reasons.add(reason(
                "alerts",
                incident.alerts().size() + (incident.alerts().size() == 1 ? " alert" : " alerts") + "; last changed "
                        + incident.updatedAt().truncatedTo(ChronoUnit.MINUTES) + "."));
        return reasons;
    }

    private static Reason reason(String signal, String sentence) {
        return new Reason(signal, sentence, Optional.empty());
    }

    private static String words(Severity severity) {
        return switch (severity) {
            case HIGH -> "high severity";
            case MEDIUM -> "medium severity";
            case LOW -> "low severity";
            case INFORMATIONAL -> "information only";
            case UNKNOWN, OTHER -> "a severity that is not known";
        };
    }

    private static String words(Status status) {
        return switch (status) {
            case ACTIVE -> "open, and nobody works on it";
            case IN_PROGRESS -> "being worked on";
            case AWAITING_ACTION -> "waiting for you";
            case RESOLVED -> "resolved";
            case REDIRECTED -> "merged into another one";
            case OTHER -> "in a state that is not known";
        };
    }
}
