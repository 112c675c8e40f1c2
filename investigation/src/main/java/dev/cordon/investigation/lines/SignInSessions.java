package dev.cordon.investigation.lines;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the sessions of one user began, and where they went. */
final class SignInSessions {
    private static final Comparator<SignInLine> EARLIEST = Comparator.comparing(SignInLine::at)
            .thenComparing(SignInLine::address)
            .thenComparing(SignInLine::program)
            .thenComparing(row -> row.device().id());

    private final Map<String, SignInLine> starts = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();

    SignInSessions(List<SignInLine> rows) {
        rows.stream().filter(row -> row.succeeded() && !row.session().isEmpty()).forEach(row -> {
            starts.merge(
                    row.session(),
                    row,
                    (one, other) -> Stream.of(one, other).min(EARLIEST).orElse(one));
            places.computeIfAbsent(row.session(), _ -> new HashSet<>()).add(place(row));
        });
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
