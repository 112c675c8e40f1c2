package dev.cordon.investigation.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Passwords of several accounts that were tried within hours by one program from one country, each from another address: whoever sprays changes his address,
 * and hardly ever what he sprays with. Where users get in by the same program from the same country, they are people.
 */
final class WideSprays {
    private static final Duration WITHIN = Duration.ofHours(6);
    private static final int ACCOUNTS = 3;

    private final Map<String, Set<String>> admitted = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Instant>> times = new HashMap<>();

    WideSprays(List<SignInLine> rows) {
        Map<String, List<SignInLine>> refused = new HashMap<>();
        rows.forEach(row -> {
            if (row.succeeded()) {
                admitted.computeIfAbsent(origin(row), _ -> new HashSet<>()).add(row.user());
            } else if (GuessingAddresses.isRefused(row) && !row.country().isEmpty()) {
                refused.computeIfAbsent(origin(row), _ -> new ArrayList<>()).add(row);
            }
        });
        refused.forEach(this::look);
    }

    /** Rented servers apart from where people live in the same country. */
    private static String origin(SignInLine row) {
        return row.country() + "\n" + row.program() + "\n" + row.isFromHosting();
    }

    private void look(String origin, List<SignInLine> tries) {
        int inside = admitted.getOrDefault(origin, Set.of()).size();
        NavigableMap<Instant, Instant> ends = new TreeMap<>();
        Deque<SignInLine> window = new ArrayDeque<>();
        Map<String, Integer> accounts = new HashMap<>();
        tries.sort(Comparator.comparing(SignInLine::at));
        for (SignInLine row : tries) {
            window.addLast(row);
            accounts.merge(row.user(), 1, Integer::sum);
            while (Duration.between(window.getFirst().at(), row.at()).compareTo(WITHIN) > 0) {
                accounts.computeIfPresent(
                        window.removeFirst().user(), (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
            }
            if (accounts.size() >= ACCOUNTS && inside * 2 <= accounts.size()) {
                ends.put(window.getFirst().at(), row.at());
            }
        }
        times.put(origin, ends);
    }

    /** Whether the row's password was one of those. */
    boolean contain(SignInLine row) {
        NavigableMap<Instant, Instant> ends = times.get(origin(row));
        if (ends == null || !GuessingAddresses.isRefused(row)) {
            return false;
        }
        Map.Entry<Instant, Instant> last = ends.floorEntry(row.at());
        return last != null && !row.at().isAfter(last.getValue());
    }
}
