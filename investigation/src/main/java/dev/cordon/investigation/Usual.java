package dev.cordon.investigation;

import dev.cordon.tenant.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been usual so far while a history is read from its oldest row on. Mutable; one thread. */
final class Usual {
    /** Before this much was seen, new is not yet unusual. */
    private static final int ROWS_TO_LEARN = 5;

    private static final Duration SHORTEST_LEARNING = Duration.ofHours(12);

    private final List<SignIn> rows = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> networks = new HashSet<>();
    private final Set<String> countries = new HashSet<>();
    private final Set<String> devices = new HashSet<>();
    private final Set<String> userAgents = new HashSet<>();
    private final Set<String> applications = new HashSet<>();
    private final Set<String> clientApps = new HashSet<>();
    private final Set<String> protocols = new HashSet<>();
    private final Map<String, SignIn> sessions = new HashMap<>();
    private int withDevice;

    void add(SignIn row) {
        rows.add(row);
        addUnlessBlank(addresses, Network.withoutPort(row.ipAddress().strip()));
        addUnlessBlank(networks, row.ipAddress().isBlank() ? "" : Network.of(row.ipAddress()));
        addUnlessBlank(countries, row.country());
        addUnlessBlank(devices, row.deviceId());
        addUnlessBlank(userAgents, UserAgents.family(row.userAgent()));
        addUnlessBlank(applications, row.application());
        addUnlessBlank(clientApps, row.clientApp());
        row.protocol().ifPresent(protocols::add);
        row.sessionId().filter(session -> !session.isBlank()).ifPresent(session -> sessions.putIfAbsent(session, row));
        withDevice += row.deviceId().isBlank() ? 0 : 1;
    }

    private static void addUnlessBlank(Set<String> known, String text) {
        if (!text.isBlank()) {
            known.add(text);
        }
    }

    /** Whether enough was seen, for {@code timeToLearn} at least, before {@code at} to call something unusual. */
    boolean isLearntBefore(Instant at, Duration timeToLearn) {
        if (rows.size() < ROWS_TO_LEARN) {
            return false;
        }
        Duration seen = Duration.between(rows.getFirst().at(), at);
        return seen.compareTo(SHORTEST_LEARNING) >= 0 && seen.compareTo(timeToLearn) >= 0;
    }

    boolean isNewNetwork(SignIn row) {
        return !row.ipAddress().isBlank() && !networks.contains(Network.of(row.ipAddress()));
    }

    boolean isNewCountry(SignIn row) {
        return !row.country().isBlank() && !countries.isEmpty() && !countries.contains(row.country());
    }

    boolean isNewUserAgent(SignIn row) {
        return !row.userAgent().isBlank()
                && !userAgents.isEmpty()
                && !userAgents.contains(UserAgents.family(row.userAgent()));
    }

    boolean isKnownDevice(SignIn row) {
        return !row.deviceId().isBlank() && devices.contains(row.deviceId());
    }

    /** Whether the user mostly comes with a registered device. */
    boolean usesDevices() {
        return withDevice * 2 > rows.size();
    }

    boolean isNewClientApp(SignIn row) {
        return !clientApps.contains(row.clientApp());
    }

    boolean isNewProtocol(SignIn row) {
        return row.protocol().filter(protocol -> !protocols.contains(protocol)).isPresent();
    }

    /** The usual sign-in that began the row's session. */
    Optional<SignIn> startOfSession(SignIn row) {
        @Nullable SignIn start = row.sessionId().map(sessions::get).orElse(null);
        return Optional.ofNullable(start);
    }

    boolean isOwnNetwork(SignIn row) {
        return !row.ipAddress().isBlank() && networks.contains(Network.of(row.ipAddress()));
    }

    Baseline baseline() {
        Optional<Instant> from = rows.stream().map(SignIn::at).min(Instant::compareTo);
        Optional<Instant> through = rows.stream().map(SignIn::at).max(Instant::compareTo);
        return new Baseline(
                from, through, rows.size(), addresses, networks, countries, devices, userAgents, applications);
    }
}
