package dev.cordon.investigation.lines;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.SignalTable;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges the sign-ins of a file against each other. First each row against all of its user's, then again against those alone that are not an attacker's, so
 * that he does not become usual, and together with what his rows have left: addresses, sessions, devices. What the organisation has said of itself
 * counts in the end: it makes verdicts milder, and nothing usual.
 */
final class SignInLines {
    private static final int ROUNDS = 4;

    private final Map<String, List<SignInLine>> byUser;
    private final Map<String, SignInSessions> sessions = new HashMap<>();
    private final GuessingAddresses guessing;
    private final ServersOfServices services;
    private final SignalTable<SignInLineFacts> table;
    private final SignalTable<SignInLineFacts> tableWithoutLinks;
    private final OrganisationFacts organisation;
    private Map<Long, Judgement> judgements = Map.of();
    private ExplainedSignIns explained;
    private final Set<Long> sources = new HashSet<>();

    private SignInLines(List<SignInLine> rows, SignalTable<SignInLineFacts> table, OrganisationFacts organisation) {
        this.table = table;
        this.organisation = organisation;
        this.explained = new ExplainedSignIns(organisation);
        this.tableWithoutLinks = table.without(Set.of(SignInLineSignals.LINK));
        this.byUser = rows.stream().collect(Collectors.groupingBy(SignInLine::user, TreeMap::new, Collectors.toList()));
        byUser.forEach((user, his) -> sessions.put(user, new SignInSessions(his)));
        this.guessing = new GuessingAddresses(rows);
        this.services = new ServersOfServices(rows);
    }

    static List<JudgedLine> judge(
            List<SignInLine> rows, SignalTable<SignInLineFacts> table, OrganisationFacts organisation) {
        List<Judgement> judgements = judgements(rows, table, organisation);
        return IntStream.range(0, rows.size())
                .mapToObj(each -> JudgedLine.of(rows.get(each), judgements.get(each)))
                .toList();
    }

    /** What is said of each row, in their order. */
    static List<Judgement> judgements(
            List<SignInLine> rows, SignalTable<SignInLineFacts> table, OrganisationFacts organisation) {
        SignInLines lines = new SignInLines(rows, table, organisation);
        for (int round = 0; round < ROUNDS; round++) {
            lines.judgeAll();
        }
        Map<Long, Judgement> explained = lines.explained.judgements();
        return rows.stream()
                .map(row -> explained.getOrDefault(row.number(), lines.judgement(row)))
                .toList();
    }

    private Judgement judgement(SignInLine row) {
        Judgement judgement = judgements.get(row.number());
        if (judgement == null) {
            throw new IllegalStateException("line " + row.number() + " was not judged");
        }
        return judgement;
    }

    private void judgeAll() {
        Map<String, SignInHabits> habits = habits();
        SignInSurroundings surroundings = new SignInSurroundings(
                guessing, traces(habits), new StrangersAddresses(), services, new StrangersVisits());
        Map<String, List<SignInLineFacts>> facts = new TreeMap<>();
        habits.forEach((user, usual) -> facts.put(user, facts(user, usual, surroundings)));
        facts.values().forEach(his -> his.forEach(surroundings::add));
        surroundings.strangers().close();
        Map<Long, Judgement> next = new HashMap<>();
        sources.clear();
        explained = new ExplainedSignIns(organisation);
        facts.values()
                .forEach(his -> his.forEach(each -> {
                    Judgement judgement = table.judge(each);
                    next.put(each.row().number(), judgement);
                    boolean isSource = isBySelf(each, judgement);
                    if (isSource) {
                        sources.add(each.row().number());
                    }
                    explained.take(each, judgement, isSource);
                }));
        judgements = next;
    }

    /** Whether it is an attacker's without a link to others: who is linked to one who is linked may be anybody. */
    private boolean isBySelf(SignInLineFacts facts, Judgement judgement) {
        return judgement.verdict() == Verdict.MALICIOUS
                && (!judgement.names(SignInLineSignals.LINK)
                        || tableWithoutLinks.judge(facts).verdict() == Verdict.MALICIOUS);
    }

    private List<SignInLineFacts> facts(String user, SignInHabits usual, SignInSurroundings surroundings) {
        SignInAnchors anchors = usual.anchors();
        SignInSessions his = sessions.getOrDefault(user, new SignInSessions(List.of()));
        return byUser.getOrDefault(user, List.of()).stream()
                .map(row -> new SignInLineFacts(row, usual, anchors, his, surroundings))
                .toList();
    }

    private Map<String, SignInHabits> habits() {
        Map<String, List<SignInLine>> unsuspected = new TreeMap<>();
        byUser.forEach((user, rows) -> unsuspected.put(
                user, rows.stream().filter(row -> !isAttackers(row)).toList()));
        Offices offices = new Offices(unsuspected.values());
        Colleagues colleagues = new Colleagues(unsuspected.values());
        Map<String, SignInHabits> habits = new TreeMap<>();
        unsuspected.forEach((user, rows) -> habits.put(user, new SignInHabits(rows, offices, colleagues)));
        return habits;
    }

    /** Whether the round before said so. */
    private boolean isAttackers(SignInLine row) {
        return judgements.containsKey(row.number()) && judgement(row).verdict() == Verdict.MALICIOUS;
    }

    private AttackersTraces traces(Map<String, SignInHabits> habits) {
        AttackersTraces traces = new AttackersTraces();
        habits.forEach((user, usual) -> byUser.getOrDefault(user, List.of()).stream()
                .filter(row -> sources.contains(row.number()))
                .forEach(row -> {
                    traces.add(row, usual);
                    if (beginsSession(row)) {
                        traces.addWhole(row.session());
                    }
                }));
        return traces;
    }

    private boolean beginsSession(SignInLine row) {
        SignInSessions his = sessions.get(row.user());
        return his != null
                && his.start(row)
                        .filter(start -> start.number() == row.number())
                        .isPresent();
    }
}
