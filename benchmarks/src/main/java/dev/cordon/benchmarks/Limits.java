package dev.cordon.benchmarks;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What Microsoft's limits make unavoidable, as a lower bound: no order of the same requests, however clever, ends earlier. A bucket that admits
 * {@code requests} at once and then refills evenly, and at most {@code concurrent} under way.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">Graph: throttling limits</a>
 */
record Limits(int requests, Duration per, int concurrent) {
    private static final int ANY = Integer.MAX_VALUE;
    private static final Map<String, Limits> DOCUMENTED = Map.of(
            "reports", new Limits(5, Duration.ofSeconds(10), ANY),
            "identity-protection", new Limits(1, Duration.ofSeconds(1), ANY),
            "outlook", new Limits(10_000, Duration.ofMinutes(10), 4),
            "exchange", new Limits(30_000, Duration.ofMinutes(15), 5));

    /** A request of a bucket that cannot start earlier than {@code start}. */
    record Use(String bucket, Duration start, Duration duration) {
        Duration end() {
            return start.plus(duration);
        }
    }

    /** Before which all of {@code uses} cannot have ended. */
    static Duration earliestEnd(List<Use> uses) {
        return DOCUMENTED.entrySet().stream()
                .map(limit -> limit.getValue()
                        .end(uses.stream()
                                .filter(use -> use.bucket().equals(limit.getKey()))
                                .toList()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Of those that cannot start before one of them, the work divided by the places, and the refills they need. */
    private Duration end(List<Use> uses) {
        List<Use> ordered = uses.stream().sorted(comparing(Use::start)).toList();
        Duration end = Duration.ZERO;
        for (int from = 0; from < ordered.size(); from++) {
            List<Use> later = ordered.subList(from, ordered.size());
            Duration start = later.getFirst().start();
            end = longer(end, start.plus(work(later)));
            end = longer(end, start.plus(refills(later.size())).plus(shortest(later)));
        }
        return end;
    }

    private Duration work(List<Use> uses) {
        return uses.stream()
                .map(Use::duration)
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(Math.min(concurrent, uses.size()));
    }

    private Duration refills(int count) {
        return count <= requests
                ? Duration.ZERO
                : per.multipliedBy(count - requests).dividedBy(requests);
    }

    private static Duration shortest(List<Use> uses) {
        return uses.stream().map(Use::duration).min(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
