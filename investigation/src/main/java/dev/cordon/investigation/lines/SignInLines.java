package dev.cordon.investigation.lines;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges the sign-ins of a file against each other. First each row against all of its user's, then once more against those alone that nothing spoke
 * against, so that an attacker does not become usual; last what shares its address or session with a row that is an attacker's.
 */
final class SignInLines {
    private static final int ROUNDS = 3;

    private final Map<String, List<SignInLine>> byUser;
    private final GuessingAddresses guessing;
    private Map<Long, Judgement> judgements = Map.of();

    private SignInLines(List<SignInLine> rows) {
        this.byUser = rows.stream().collect(Collectors.groupingBy(SignInLine::user, TreeMap::new, Collectors.toList()));
        this.guessing = new GuessingAddresses(rows);
    }

    static List<JudgedLine> judge(List<SignInLine> rows) {
        SignInLines lines = new SignInLines(rows);
        for (int round = 0; round < ROUNDS; round++) {
            lines.judgeAll();
        }
        return rows.stream()
                .map(row -> JudgedLine.of(row.number(), row.what(), lines.judgement(row)))
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
        Map<Long, Judgement> next = new HashMap<>();
        AttackersTraces traces = traces();
        byUser.values().forEach(rows -> {
            SignInHabits habits = new SignInHabits(unsuspected(rows));
            List<SignInLine> anchors = habits.anchors();
            SignInSessions sessions = new SignInSessions(rows);
            rows.forEach(row -> next.put(
                    row.number(),
                    SignInLineSignals.judge(new SignInLineFacts(row, habits, anchors, sessions, guessing, traces))));
        });
        judgements = next;
    }

    private List<SignInLine> unsuspected(List<SignInLine> rows) {
        List<SignInLine> kept = rows.stream()
                .filter(row ->
                        !judgements.containsKey(row.number()) || judgement(row).verdict() != Verdict.MALICIOUS)
                .toList();
        return kept;
    }

    /** What the rows that are an attacker's by themselves have left. */
    private AttackersTraces traces() {
        Set<String> addresses = new HashSet<>();
        Set<String> sessions = new HashSet<>();
        for (List<SignInLine> rows : byUser.values()) {
            List<SignInLine> his = new ArrayList<>(rows);
            his.removeIf(row ->
                    !judgements.containsKey(row.number()) || judgement(row).verdict() != Verdict.MALICIOUS);
            SignInHabits habits = new SignInHabits(unsuspected(rows));
            his.stream()
                    .filter(row -> !habits.knowsNetwork(row) && !row.address().isEmpty())
                    .map(SignInLine::address)
                    .forEach(addresses::add);
            his.stream()
                    .map(SignInLine::session)
                    .filter(session -> !session.isEmpty())
                    .forEach(sessions::add);
        }
        return new AttackersTraces(addresses, sessions);
    }

    /**
     * What an attacker left.
     *
     * @param addresses where he came from
     * @param sessions his sessions, which may have been the user's before
     */
    record AttackersTraces(Set<String> addresses, Set<String> sessions) {}
}
