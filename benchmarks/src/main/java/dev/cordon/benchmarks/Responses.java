package dev.cordon.benchmarks;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whole responses against their critical path, and against the same calls one after the other. */
final class Responses {
    private static final double MOST = 1.15;
    private static final double MOST_EVIDENCE_TRIPS = 5;
    private static final double MOST_CONTAINMENT_TRIPS = 9;

    private Responses() {}

    /** The first response of this JVM. */
    static List<Result> cold(boolean throttling) throws IOException, InterruptedException {
        MeasuredResponse first = MeasuredResponse.run(throttling);
        return List.of(
                snapshot("cold: first request to sealed snapshot", first, throttling, Optional.empty()),
                contained("cold: first request to contained", first, throttling, Optional.empty()));
    }

    /** The median of {@code runs} after one that is not counted. */
    static List<Result> warm(boolean throttling, int runs) throws IOException, InterruptedException {
        String how = throttling ? "throttled: " : "not throttled: ";
        MeasuredResponse.run(throttling);
        List<MeasuredResponse> measured = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            measured.add(MeasuredResponse.run(throttling));
        }
        MeasuredResponse snapshot = median(measured, run -> ratio(run.toSnapshot(), snapshotBound(run, throttling)));
        MeasuredResponse contained = median(measured, run -> ratio(run.toContained(), containedBound(run, throttling)));
        List<Result> results = new ArrayList<>(List.of(
                snapshot(how + "first request to sealed snapshot", snapshot, throttling, Optional.of(MOST)),
                contained(how + "first request to contained", contained, throttling, Optional.of(MOST)),
                Result.count(
                        how + "dependent round trips of the evidence",
                        "trips",
                        CriticalPath.toSnapshot(snapshot.requests()).roundTrips(),
                        Optional.of(MOST_EVIDENCE_TRIPS)),
                Result.count(
                        how + "dependent round trips of containment",
                        "trips",
                        CriticalPath.toContained(contained.requests()).roundTrips(),
                        Optional.of(MOST_CONTAINMENT_TRIPS))));
        if (!throttling) {
            OneByOne plain = OneByOne.run(snapshot.requests());
            Duration both = snapshot.toSnapshot().compareTo(snapshot.toContained()) > 0
                    ? snapshot.toSnapshot()
                    : snapshot.toContained();
            results.add(Result.ratio(
                    "the same " + plain.requests() + " calls one after the other, against Cordon",
                    millis(plain.elapsed()),
                    millis(both),
                    Optional.empty(),
                    plain.different() + " of them answered with another status than Cordon's"));
        }
        return results;
    }

    private static Result snapshot(String what, MeasuredResponse run, boolean throttling, Optional<Double> bar) {
        CriticalPath path = CriticalPath.toSnapshot(run.requests());
        return Result.ratio(
                what, millis(run.toSnapshot()), millis(snapshotBound(run, throttling)), bar, inWords(path, throttling));
    }

    private static Result contained(String what, MeasuredResponse run, boolean throttling, Optional<Double> bar) {
        CriticalPath path = CriticalPath.toContained(run.requests());
        return Result.ratio(
                what,
                millis(run.toContained()),
                millis(containedBound(run, throttling)),
                bar,
                inWords(path, throttling) + "; waited "
                        + CriticalPath.waitForNextSecond(run.requests()).toMillis()
                        + " ms for the directory's next second");
    }

    private static String inWords(CriticalPath path, boolean throttling) {
        return path.time().toMillis() + " ms by dependence"
                + (throttling ? " + " : " (limits would add ")
                + path.bucketWait().toMillis() + " ms"
                + (throttling ? " bucket waits" : ")") + ": "
                + path.chain().stream()
                        .map(kind ->
                                kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" > "));
    }

    private static Duration snapshotBound(MeasuredResponse run, boolean throttling) {
        return bound(CriticalPath.toSnapshot(run.requests()), throttling);
    }

    private static Duration containedBound(MeasuredResponse run, boolean throttling) {
        return bound(CriticalPath.toContained(run.requests()), throttling);
    }

    private static Duration bound(CriticalPath path, boolean throttling) {
        return throttling ? path.withBucketWait() : path.time();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double ratio(Duration measured, Duration bound) {
        return (double) measured.toNanos() / bound.toNanos();
    }

    private static MeasuredResponse median(List<MeasuredResponse> runs, Function<MeasuredResponse, Double> by) {
        return runs.stream().sorted(comparing(by)).toList().get((runs.size() - 1) / 2);
    }
}
