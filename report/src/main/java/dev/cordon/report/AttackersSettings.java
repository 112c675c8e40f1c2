package dev.cordon.report;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.report.document.Plain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the attacker set that reaches beyond the account or sends its mail away, by name: a number of "things" would play it down. Stateless. */
final class AttackersSettings {
    private static final String ROLE = "role";
    private static final int MOST_ROLES = 2;
    private static final int LONGEST_NAME = 40;

    /** The kinds that are named, those with the farthest reach first: one of it, and several. */
    private static final Map<String, List<String>> KINDS = kinds();

    private AttackersSettings() {}

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put(ROLE, List.of("a role", "roles"));
        kinds.put("transport-rule", List.of("a transport rule", "transport rules"));
        kinds.put("connector", List.of("a mail connector", "mail connectors"));
        kinds.put("remote-domain", List.of("a remote domain", "remote domains"));
        kinds.put("forwarding", List.of("forwarding of the mailbox", "forwardings of the mailbox"));
        kinds.put("app-role-assignment", List.of("an application's permission", "applications' permissions"));
        kinds.put("consent", List.of("a consent", "consents"));
        kinds.put("delegate", List.of("a delegate", "delegates"));
        return Collections.unmodifiableMap(kinds);
    }

    /**
     * A sentence that names them; empty where there are none.
     *
     * @param nameRoles whether roles are named, else counted
     */
    static Optional<String> sentence(ReportSource source, boolean nameRoles) {
        List<String> parts = new ArrayList<>();
        KINDS.forEach((kind, words) -> {
            List<Item> set = of(source, kind);
            if (!set.isEmpty()) {
                parts.add(part(set, nameRoles && kind.equals(ROLE) ? named(set) : count(set.size(), words)));
            }
        });
        return parts.isEmpty() ? Optional.empty() : Optional.of("Judged to be set by him: " + joined(parts) + ".");
    }

    /** The roles that were judged the attacker's, whatever became of them. */
    static List<Item> roles(ReportSource source) {
        return of(source, ROLE);
    }

    private static List<Item> of(ReportSource source, String kind) {
        return source.state().items().values().stream()
                .filter(item -> item.key().kind().equals(kind))
                .filter(item -> item.verdict() == Verdict.MALICIOUS || item.decision() == ItemDecision.REMOVE)
                .toList();
    }

    private static String count(int number, List<String> words) {
        return number == 1 ? words.getFirst() : number + " " + words.getLast();
    }

    private static String named(List<Item> roles) {
        String names = roles.stream()
                .limit(MOST_ROLES)
                .map(role -> "“" + shortened(role.name()) + "”")
                .collect(Collectors.joining(", "));
        return (roles.size() == 1 ? "the role " : "the roles ")
                + names
                + (roles.size() > MOST_ROLES ? " and " + (roles.size() - MOST_ROLES) + " more" : "");
    }

    /** Whoever may make roles may call them as he likes. */
    static String shortened(String name) {
        String line = Plain.line(name);
        int[] points = line.codePoints().toArray();
        return points.length <= LONGEST_NAME ? line : new String(points, 0, LONGEST_NAME) + "…";
    }

    /** What is gone needs no word more; what is not is said beside it. */
    private static String part(List<Item> set, String what) {
        long disabled = set.stream()
                .filter(item ->
                        item.outcome().filter(ItemOutcome.DISABLED::equals).isPresent())
                .count();
        long there = set.stream().filter(item -> !Narrative.isOut(item)).count();
        List<String> left = new ArrayList<>();
        if (there > 0) {
            left.add(set.size() == 1 ? "not removed" : there + " not removed");
        }
        if (disabled > 0) {
            left.add(set.size() == 1 ? "disabled" : disabled + " disabled");
        }
        return left.isEmpty() ? what : what + " (" + String.join(", ", left) + ")";
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
