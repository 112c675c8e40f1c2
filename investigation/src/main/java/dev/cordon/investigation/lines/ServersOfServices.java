package dev.cordon.investigation.lines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Services that several users gave their consent, and that go on for them from servers of their own: nobody sits there. An application that people use at
 * their places too is none, so that an attacker does not hide behind it.
 */
final class ServersOfServices {
    private static final int USERS = 3;
    private static final int SHARE_OF_ROWS = 10;

    private final Set<String> services = new HashSet<>();

    ServersOfServices(List<SignInLine> rows) {
        Map<String, Integer> all = new HashMap<>();
        Map<String, Integer> fromServers = new HashMap<>();
        Map<String, Set<String>> users = new HashMap<>();
        rows.stream().filter(ServersOfServices::isQuiet).forEach(row -> {
            all.merge(row.applicationId(), 1, Integer::sum);
            if (row.isFromHosting()) {
                fromServers.merge(service(row), 1, Integer::sum);
                users.computeIfAbsent(service(row), _ -> new HashSet<>()).add(row.user());
            }
        });
        rows.stream().filter(ServersOfServices::isQuiet).forEach(row -> {
            int there = fromServers.getOrDefault(service(row), 0);
            int everywhere = all.getOrDefault(row.applicationId(), 0);
            if (users.getOrDefault(service(row), Set.of()).size() >= USERS
                    && there * SHARE_OF_ROWS >= everywhere * (SHARE_OF_ROWS - 1)) {
                services.add(service(row));
            }
        });
    }

    /** Without a person, and without anything that only a person's computer has. */
    private static boolean isQuiet(SignInLine row) {
        return row.succeeded()
                && !row.interactive()
                && !row.applicationId().isEmpty()
                && row.system().isEmpty()
                && !row.device().isRegistered();
    }

    private static String service(SignInLine row) {
        return row.applicationId() + "\n" + row.autonomousSystem();
    }

    boolean contain(SignInLine row) {
        return isQuiet(row) && row.isFromHosting() && services.contains(service(row));
    }
}
