package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.UserAgents;
import java.util.HashMap;
import java.util.Map;

/** What is known of programs by the names they give themselves: many rows have the same one. For one thread. */
final class Programs {
    /** An attacker may give each of his rows another name. */
    private static final int MOST = 10_000;

    private final Map<String, Program> known = new HashMap<>();

    private record Program(boolean automation, String family) {}

    /** Whether it is a tool or a library and not something a person sits in front of. */
    boolean isAutomation(String userAgent) {
        return of(userAgent).automation();
    }

    /** The name without version numbers. */
    String family(String userAgent) {
        return of(userAgent).family();
    }

    private Program of(String userAgent) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(
                userAgent, name -> new Program(UserAgents.isAutomation(name), UserAgents.family(name)));
    }
}
