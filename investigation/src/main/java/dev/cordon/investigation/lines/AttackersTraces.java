package dev.cordon.investigation.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows that are an attacker's by themselves have left, by which his quiet rows are found: addresses for all users, sessions, devices, and of one
 * user network and program together.
 */
final class AttackersTraces {
    /** He tries before he gets in. */
    private static final Duration TRYING = Duration.ofHours(1);

    private final Map<String, Instant> addresses = new HashMap<>();
    private final Map<String, Instant> sessions = new HashMap<>();
    private final Set<String> wholeSessions = new HashSet<>();
    private final Set<String> devices = new HashSet<>();
    private final Map<String, Instant> surroundings = new HashMap<>();

    /** Adds a row that is an attacker's; {@code habits} are its user's, whose own places and devices are no trace. */
    void add(SignInLine row, SignInHabits habits) {
        if (!habits.isOwnPlace(row) && !row.address().isEmpty() && !habits.knowsClient(row)) {
            note(addresses, row.address(), row.at());
            note(surroundings, surrounding(row), row.at());
        }
        if (row.succeeded() && !row.session().isEmpty() && !habits.knowsClient(row)) {
            note(sessions, session(row), row.at());
        }
        if (row.succeeded() && row.device().isRegistered() && !habits.knowsDevice(row)) {
            devices.add(row.device().id());
        }
    }

    /** Adds a session that began with a row that is an attacker's. */
    void addWhole(String session) {
        wholeSessions.add(session);
    }

    private static void note(Map<String, Instant> since, String trace, Instant at) {
        since.merge(trace, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    private static boolean isAfter(@Nullable Instant since, SignInLine row) {
        return since != null && !row.at().isBefore(since);
    }

    private static boolean isAround(@Nullable Instant since, SignInLine row) {
        return since != null && !row.at().isBefore(since.minus(TRYING));
    }

    /** In his hands: whoever he took it from goes on with it in a program of his own. */
    private static String session(SignInLine row) {
        return row.session() + "\n" + row.program();
    }

    private static String surrounding(SignInLine row) {
        return row.user() + "\n" + row.network() + "\n" + row.program();
    }

    boolean haveAddress(SignInLine row) {
        return isAround(addresses.get(row.address()), row);
    }

    boolean haveSession(SignInLine row) {
        return sessions.containsKey(session(row));
    }

    /** Whether the session was an attacker's from its beginning. */
    boolean haveWholeSession(SignInLine row) {
        return wholeSessions.contains(row.session());
    }

    /** Whether the session was an attacker's by then: before that it was whose it had been. */
    boolean haveSessionBy(SignInLine row) {
        return isAfter(sessions.get(session(row)), row);
    }

    boolean haveDevice(SignInLine row) {
        return devices.contains(row.device().id());
    }

    /** Whether he came with that program to that user from a neighbouring address. */
    boolean haveSurroundings(SignInLine row) {
        return isAround(surroundings.get(surrounding(row)), row);
    }
}
