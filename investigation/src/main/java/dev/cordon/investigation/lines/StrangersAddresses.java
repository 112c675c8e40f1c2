package dev.cordon.investigation.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Addresses from which several users came within a day for the first time, each with nothing of his own. People who travel together bring their devices and
 * sessions along; an attacker's server has none of them.
 */
final class StrangersAddresses {
    private static final Duration TOGETHER = Duration.ofDays(1);

    private final Map<String, Map<String, Instant>> firstByUser = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    /** Adds a row in which nothing but the password or the token is its user's. */
    void add(SignInLine row) {
        firstByUser
                .computeIfAbsent(row.address(), _ -> new HashMap<>())
                .merge(row.user(), row.at(), (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Ends the adding. */
    void close() {
        firstByUser.forEach((address, users) -> {
            if (!address.isEmpty() && areTogether(users.values())) {
                shared.add(address);
            }
        });
    }

    private static boolean areTogether(Collection<Instant> firsts) {
        List<Instant> sorted = new ArrayList<>(firsts);
        sorted.sort(Instant::compareTo);
        for (int each = 1; each < sorted.size(); each++) {
            if (Duration.between(sorted.get(each - 1), sorted.get(each)).compareTo(TOGETHER) <= 0) {
                return true;
            }
        }
        return false;
    }

    boolean contain(SignInLine row) {
        return shared.contains(row.address());
    }
}
