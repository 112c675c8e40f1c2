package dev.cordon.investigation.lines;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the sessions of one user began, and where they went. */
final class SignInSessions {
    private static final Comparator<SignInLine> EARLIEST = Comparator.comparing(SignInLine::at)
            .thenComparing(SignInLine::address)
            .thenComparing(SignInLine::program)
            .thenComparing(row -> row.device().id());

    private final Map<String, SignInLine> starts = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Integer>> versions = new HashMap<>();

    SignInSessions(List<SignInLine> rows) {
        rows.stream().filter(row -> row.succeeded() && !row.session().isEmpty()).forEach(row -> {
            starts.merge(
                    row.session(),
                    row,
                    (one, other) -> Stream.of(one, other).min(EARLIEST).orElse(one));
            places.computeIfAbsent(row.session(), _ -> new HashSet<>()).add(place(row));
        });
        rows.stream()
                .filter(row -> row.succeeded() && !row.session().isEmpty() && row.version() > 0)
                .sorted(EARLIEST)
                .forEach(row -> {
                    NavigableMap<Instant, Integer> so = versions.computeIfAbsent(browser(row), _ -> new TreeMap<>());
                    int before = so.isEmpty() ? 0 : so.lastEntry().getValue();
                    so.put(row.at(), Math.max(before, row.version()));
                });
    }

    private static String browser(SignInLine row) {
        return row.session() + "\n" + row.program();
    }

    /** Whether the session had a newer version of the row's browser before: nobody goes back to an older one, and a copy stays as old as it was. */
    boolean fallBehind(SignInLine row) {
        NavigableMap<Instant, Integer> so = versions.get(browser(row));
        Map.Entry<Instant, Integer> before = so == null ? null : so.lowerEntry(row.at());
        return before != null && row.version() > 0 && row.version() < before.getValue();
    }

    /** The first row of the row's session. */
    Optional<SignInLine> start(SignInLine row) {
        return Optional.ofNullable(starts.get(row.session()));
    }

    /** The first row of the row's session, where it came from elsewhere. */
    Optional<SignInLine> startElsewhere(SignInLine row) {
        return start(row).filter(start -> !start.network().equals(row.network()));
    }

    /** Addresses of one provider in one town change from day to day without anybody going anywhere. */
    private static String place(SignInLine row) {
        return row.autonomousSystem() == 0 || row.city().isEmpty() ? row.network() : row.area();
    }

    /** Whether the row's session was in several places. */
    boolean move(SignInLine row) {
        return places.getOrDefault(row.session(), Set.of()).size() > 1;
    }
}
