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
import java.util.stream.Collectors;

/**
 * Passwords of several accounts that were tried by one program, each from another address: whoever sprays changes his address, and hardly ever what he
 * sprays with. It shows in one country within hours; from anywhere within a day, where nobody of the tenant has ever got in from those countries by it; by a
 * tool, which no person sits in front of, within days; and by the very same version within a week. Where users get in the same way, they are people.
 */
final class WideSprays {
    /** In a large tenant so many of a hundred users mistype within a day on a road of their own. */
    private static final int MISTYPING_OF_HUNDRED = 2;

    private final Set<String> waysOfUsers = new HashSet<>();
    private final List<Manner> manners;

    WideSprays(List<SignInLine> rows) {
        rows.stream().filter(SignInLine::succeeded).forEach(row -> {
            waysOfUsers.add(row.network());
            waysOfUsers.add(country(row));
        });
        int users =
                rows.stream().map(SignInLine::user).collect(Collectors.toSet()).size();
        manners = List.of(
                new Manner(WideSprays::country, Duration.ofHours(6), 3),
                new Manner(this::nowhere, Duration.ofDays(1), Math.max(4, users * MISTYPING_OF_HUNDRED / 100)),
                new Manner(WideSprays::tool, Duration.ofDays(3), 3),
                new Manner(row -> version(row, false), Duration.ofDays(7), 3),
                new Manner(
                        row -> version(row, true),
                        Duration.ofDays(7),
                        Math.max(6, users * MISTYPING_OF_HUNDRED / 100)));
        manners.forEach(manner -> manner.look(rows));
    }

    /** Rented servers apart from where people live in the same country. */
    private static String country(SignInLine row) {
        return row.country().isEmpty() ? "" : row.country() + "\n" + row.program() + "\n" + row.isFromHosting();
    }

    /** A telephone with an old password tries from wherever its owner walks. */
    private String nowhere(SignInLine row) {
        boolean isUsers = waysOfUsers.contains(row.network()) || waysOfUsers.contains(country(row));
        return row.country().isEmpty() || row.isMobile() || isUsers ? "" : row.program();
    }

    private static String tool(SignInLine row) {
        return row.isTool() ? row.program() : "";
    }

    /** After a change of their passwords telephones of one model go on with the old ones. */
    private static String version(SignInLine row, boolean ofTelephones) {
        return row.isMobile() == ofTelephones ? row.userAgent() : "";
    }

    /** Whether the row's password was one of those, also where it was right and something else stopped it. */
    boolean contain(SignInLine row) {
        return !row.succeeded()
                && (GuessingAddresses.isRefused(row) || row.hadPassword())
                && manners.stream().anyMatch(manner -> manner.contains(row));
    }

    /** What a row has in common with others of one spray; empty text where this tells nothing of it. */
    private interface Origin {
        String of(SignInLine row);
    }

    /** One way to spray: so many accounts from one origin within that time. */
    private static final class Manner {
        private final Origin origin;
        private final Duration within;
        private final int accounts;
        private final Map<String, NavigableMap<Instant, Instant>> times = new HashMap<>();

        Manner(Origin origin, Duration within, int accounts) {
            this.origin = origin;
            this.within = within;
            this.accounts = accounts;
        }

        void look(List<SignInLine> rows) {
            Map<String, Set<String>> admitted = new HashMap<>();
            Map<String, List<SignInLine>> refused = new HashMap<>();
            rows.stream().filter(row -> !origin.of(row).isEmpty()).forEach(row -> {
                if (row.succeeded()) {
                    admitted.computeIfAbsent(origin.of(row), _ -> new HashSet<>())
                            .add(row.user());
                } else if (GuessingAddresses.isRefused(row)) {
                    refused.computeIfAbsent(origin.of(row), _ -> new ArrayList<>())
                            .add(row);
                }
            });
            refused.forEach((from, tries) -> times.put(
                    from, together(tries, admitted.getOrDefault(from, Set.of()).size())));
        }

        /** From the first to the last try of each time in which there were enough accounts. */
        private NavigableMap<Instant, Instant> together(List<SignInLine> tries, int inside) {
            NavigableMap<Instant, Instant> ends = new TreeMap<>();
            Deque<SignInLine> window = new ArrayDeque<>();
            Map<String, Integer> tried = new HashMap<>();
            tries.sort(Comparator.comparing(SignInLine::at));
            for (SignInLine row : tries) {
                window.addLast(row);
                tried.merge(row.user(), 1, Integer::sum);
                while (Duration.between(window.getFirst().at(), row.at()).compareTo(within) > 0) {
                    tried.computeIfPresent(
                            window.removeFirst().user(), (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
                }
                if (tried.size() >= accounts && inside * 2 <= tried.size()) {
                    ends.put(window.getFirst().at(), row.at());
                }
            }
            return ends;
        }

        boolean contains(SignInLine row) {
            NavigableMap<Instant, Instant> ends = times.get(origin.of(row));
            Map.Entry<Instant, Instant> last = ends == null ? null : ends.floorEntry(row.at());
            return last != null && !row.at().isAfter(last.getValue());
        }
    }
}
