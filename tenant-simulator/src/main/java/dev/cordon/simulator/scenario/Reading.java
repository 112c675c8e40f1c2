package dev.cordon.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.snakeyaml.engine.v2.nodes.Node;

/** What one reading of a file collects: its problems, the names others may refer to, the start and the seed. One thread. */
final class Reading {

    private final List<ScenarioProblem> problems = new ArrayList<>();
    final Set<String> upns = new HashSet<>();
    final Set<String> domains = new HashSet<>();
    final Set<String> objects = new HashSet<>();
    final Set<String> sessions = new HashSet<>();
    private Instant start = Instant.EPOCH;
    private long seed;

    void problem(Node at, String path, String reason) {
        problems.add(new ScenarioProblem(
                at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0), path, reason));
    }

    int problemCount() {
        return problems.size();
    }

    List<ScenarioProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(ScenarioProblem::line))
                .toList();
    }

    void begin(Instant scenarioStart, long scenarioSeed) {
        start = scenarioStart;
        seed = scenarioSeed;
    }

    Instant start() {
        return start;
    }

    /** Whether an account is known; case does not matter. */
    boolean knowsAccount(String upn) {
        return upns.contains(upn.toLowerCase(Locale.ROOT));
    }

    /** Whether an address belongs to a domain of the organisation. */
    boolean isOurs(String address) {
        return domains.contains(address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** A value between two durations that depends on the seed and the place in the file alone. */
    Duration draw(String path, Duration min, Duration max) {
        var place = 0xcbf29ce484222325L;
        for (var i = 0; i < path.length(); i++) {
            place = (place ^ path.charAt(i)) * 0x100000001b3L;
        }
        return new DurationRange(Duration.ZERO, max.minus(min))
                .draw(new SplittableRandom(seed ^ place))
                .plus(min);
    }
}
