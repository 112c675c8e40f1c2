package dev.cordon.investigation.lines;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the sessions of one user began. */
final class SignInSessions {
    private static final Comparator<SignInLine> EARLIEST = Comparator.comparing(SignInLine::at)
            .thenComparing(SignInLine::address)
            .thenComparing(SignInLine::program);

    private final Map<String, SignInLine> starts = new HashMap<>();

    SignInSessions(List<SignInLine> rows) {
        rows.stream()
                .filter(row -> row.succeeded() && !row.session().isEmpty())
                .forEach(row -> starts.merge(
                        row.session(),
                        row,
                        (one, other) -> Stream.of(one, other).min(EARLIEST).orElse(one)));
    }

    /** The first row of the row's session, where it came from elsewhere. */
    Optional<SignInLine> startElsewhere(SignInLine row) {
        return Optional.ofNullable(starts.get(row.session()))
                .filter(start -> !start.network().equals(row.network()));
    }
}
