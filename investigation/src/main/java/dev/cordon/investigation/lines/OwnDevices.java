package dev.cordon.investigation.lines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The devices of one user, each with the operating systems that it is met with. A stolen token brings the id of its device along, and the tool or the other
 * system that it is used with gives it away.
 */
final class OwnDevices {
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Set<String>> systems = new HashMap<>();

    /** Looks at all rows for what each device is; none is the user's yet. */
    OwnDevices(List<SignInLine> rows) {
        Map<String, Map<String, Set<LocalDate>>> days = new HashMap<>();
        rows.stream()
                .filter(row -> row.device().isRegistered() && !row.system().isEmpty())
                .forEach(row -> days.computeIfAbsent(row.device().id(), _ -> new HashMap<>())
                        .computeIfAbsent(row.system(), _ -> new HashSet<>())
                        .add(row.day()));
        days.forEach((id, found) -> {
            int most = found.values().stream().mapToInt(Set::size).max().orElse(0);
            found.values().removeIf(there -> there.size() * 2 < most);
            systems.put(id, found.keySet());
        });
    }

    void add(String id) {
        ids.add(id);
    }

    boolean areNone() {
        return ids.isEmpty();
    }

    /** Whether the row is from one of them, and by what can run on it. */
    boolean contain(SignInLine row) {
        return row.device().isRegistered() && ids.contains(row.device().id()) && !isUnlike(row);
    }

    /** Whether the row names one of them and comes from something else. */
    boolean areImpersonated(SignInLine row) {
        return row.device().isRegistered() && ids.contains(row.device().id()) && isUnlike(row);
    }

    private boolean isUnlike(SignInLine row) {
        Set<String> known = systems.getOrDefault(row.device().id(), Set.of());
        boolean isOtherSystem = !row.system().isEmpty() && !known.isEmpty() && !known.contains(row.system());
        return isOtherSystem || row.isTool();
    }
}
