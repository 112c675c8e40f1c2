package dev.cordon.investigation.lines;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What rows that are an attacker's by themselves have left, by which his quiet rows are found: addresses for all users, sessions, devices, and of one
 * user network and program together.
 */
final class AttackersTraces {
    private final Set<String> addresses = new HashSet<>();
    private final Map<String, Instant> sessions = new HashMap<>();
    private final Set<String> devices = new HashSet<>();
    private final Set<String> surroundings = new HashSet<>();

    /** Adds a row that is an attacker's; {@code habits} are its user's, whose own places and devices are no trace. */
    void add(SignInLine row, SignInHabits habits) {
        if (!habits.isOwnPlace(row) && !row.address().isEmpty() && !habits.knowsClient(row)) {
            addresses.add(row.address());
            surroundings.add(surrounding(row));
        }
        if (row.succeeded() && !row.session().isEmpty() && !habits.knowsClient(row)) {
            sessions.merge(row.session(), row.at(), (one, other) -> one.isBefore(other) ? one : other);
        }
        if (row.succeeded() && row.device().isRegistered() && !habits.knowsDevice(row)) {
            devices.add(row.device().id());
        }
    }

    private static String surrounding(SignInLine row) {
        return row.user() + "\n" + row.network() + "\n" + row.program();
    }

    boolean haveAddress(SignInLine row) {
        return addresses.contains(row.address());
    }

    boolean haveSession(SignInLine row) {
        return sessions.containsKey(row.session());
    }

    /** Whether the session was an attacker's by then: before that it was whose it had been. */
    boolean haveSessionBy(SignInLine row) {
        Instant since = sessions.get(row.session());
        return since != null && !row.at().isBefore(since);
    }

    boolean haveDevice(SignInLine row) {
        return devices.contains(row.device().id());
    }

    /** Whether he came with that program to that user from a neighbouring address. */
    boolean haveSurroundings(SignInLine row) {
        return surroundings.contains(surrounding(row));
    }
}
