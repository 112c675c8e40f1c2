package dev.cordon.investigation.lines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Networks that colleagues share as they share an office or the gateway of their company: with managed devices, or over weeks. A network to which several
 * came once, with nothing of theirs, is none.
 */
final class Offices {
    private static final int USERS_WITH_DEVICES = 2;
    private static final int USERS_WITHOUT = 3;
    private static final int SHARE_OF_DAYS = 3;
    private static final int FEWEST_DAYS = 4;

    private final Set<String> networks = new HashSet<>();

    /** Learns from rows that are not suspected, by user. */
    Offices(Collection<List<SignInLine>> unsuspected) {
        Map<String, Integer> withDevices = new HashMap<>();
        Map<String, Integer> without = new HashMap<>();
        unsuspected.forEach(rows -> {
            managed(rows).forEach(network -> withDevices.merge(network, 1, Integer::sum));
            lived(rows).forEach(network -> without.merge(network, 1, Integer::sum));
        });
        withDevices.forEach((network, users) -> take(network, users >= USERS_WITH_DEVICES));
        without.forEach((network, users) -> take(network, users >= USERS_WITHOUT));
    }

    private void take(String network, boolean isShared) {
        if (isShared && !network.isEmpty()) {
            networks.add(network);
        }
    }

    private static Set<String> managed(List<SignInLine> rows) {
        Set<String> networks = new HashSet<>();
        rows.stream()
                .filter(row -> row.succeeded() && row.device().isManaged())
                .forEach(row -> networks.add(row.network()));
        return networks;
    }

    /** Where one user is on a good part of his days. */
    private static Set<String> lived(List<SignInLine> rows) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Set<LocalDate> all = new HashSet<>();
        rows.stream().filter(SignInLine::succeeded).forEach(row -> {
            all.add(row.day());
            days.computeIfAbsent(row.network(), _ -> new HashSet<>()).add(row.day());
        });
        days.values().removeIf(there -> there.size() < FEWEST_DAYS || there.size() * SHARE_OF_DAYS < all.size());
        return days.keySet();
    }

    boolean contain(String network) {
        return networks.contains(network);
    }
}
