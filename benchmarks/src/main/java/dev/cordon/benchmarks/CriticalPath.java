package dev.cordon.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The shortest time in which the requests of a response can be answered: each takes as long as it took, and starts as soon as every answer is
 * there that it needs. Requests of one kind need the first answer of each needed kind; a page needs the page before it, a poll the poll
 * before it, a repeat the refusal before it.
 *
 * @param time the length of the longest chain
 * @param roundTrips how many dependent round trips the longest chain has; pages, polls, tokens and repeats are none
 * @param bucketWait what Microsoft's limits add, at the least
 * @param chain the longest chain by time, the first request first
 */
record CriticalPath(Duration time, int roundTrips, Duration bucketWait, List<RequestKind> chain) {

    /** Where a request stands in the shortest schedule. */
    private record Place(RecordedRequest request, RequestKind kind, Duration start, int depth, List<Place> before) {
        Duration end() {
            return start.plus(request.duration());
        }
    }

    Duration withBucketWait() {
        return time.plus(bucketWait);
    }

    /** Up to the sealed snapshot. */
    static CriticalPath toSnapshot(List<RecordedRequest> requests) {
        return of(requests, kind -> !kind.isContainment() && kind.isRoundTrip());
    }

    /** Up to the proof of the second revoke. */
    static CriticalPath toContained(List<RecordedRequest> requests) {
        return of(requests, kind -> kind == RequestKind.REVOKE_AGAIN_PROOF);
    }

    /**
     * How long the second revoke had to wait for the second after the first one's answer. The directory keeps whole seconds, so sooner it
     * has no effect; where in its second the first one fell is chance. Part of no bound.
     */
    static Duration waitForNextSecond(List<RecordedRequest> requests) {
        Instant revoked = Instant.EPOCH;
        Instant ready = Instant.EPOCH;
        for (Place place : places(requests)) {
            Instant answeredAt = place.request().answeredAt();
            if (place.kind() == RequestKind.REVOKE) {
                revoked = answeredAt;
            } else if (place.kind() == RequestKind.REVOKE_PROOF || place.kind() == RequestKind.RESET_PROOF) {
                ready = answeredAt.isAfter(ready) ? answeredAt : ready;
            }
        }
        Duration wait =
                Duration.between(ready, revoked.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static CriticalPath of(List<RecordedRequest> requests, Predicate<RequestKind> isGoal) {
        List<Place> places = places(requests);
        List<Place> goals =
                places.stream().filter(place -> isGoal.test(place.kind())).toList();
        Place last = goals.stream()
                .max((one, other) -> one.end().compareTo(other.end()))
                .orElseThrow(() -> new IllegalArgumentException("Nothing was read that the path could end at"));
        int depth = goals.stream().mapToInt(Place::depth).max().orElse(0);
        List<Limits.Use> uses = goals.stream()
                .map(place -> new Limits.Use(
                        place.request().bucket(), place.start(), place.request().duration()))
                .toList();
        Duration limited = Limits.earliestEnd(uses);
        Duration wait = limited.compareTo(last.end()) > 0 ? limited.minus(last.end()) : Duration.ZERO;
        return new CriticalPath(last.end(), depth, wait, chain(last));
    }

    private static List<RequestKind> chain(Place last) {
        List<RequestKind> kinds = new ArrayList<>(List.of(last.kind()));
        Place at = last;
        while (!at.before().isEmpty()) {
            at = latest(at.before());
            kinds.addFirst(at.kind());
        }
        return List.copyOf(kinds);
    }

    private static Place latest(List<Place> places) {
        return places.stream()
                .max((one, other) -> one.end().compareTo(other.end()))
                .orElseThrow();
    }

    private static List<Place> places(List<RecordedRequest> requests) {
        List<RecordedRequest> sent =
                requests.stream().filter(request -> !request.isBatchItem()).toList();
        List<RequestKind> kinds = Classification.of(sent);
        Map<RequestKind, Place> first = new EnumMap<>(RequestKind.class);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Place place = place(sent.get(i), kinds.get(i), first, places);
            places.add(place);
            if (place.request().isRefused()) {
                first.remove(place.kind(), place);
            } else {
                first.merge(place.kind(), place, (known, later) -> isPoll(later.kind()) ? later : known);
            }
        }
        return places;
    }

    private static Place place(
            RecordedRequest request, RequestKind kind, Map<RequestKind, Place> first, List<Place> places) {
        List<Place> before = new ArrayList<>();
        for (RequestKind needed : kind.needs()) {
            Place place = first.get(needed);
            if (place != null) {
                before.add(place);
            }
        }
        List<Place> continued = places.stream()
                .filter(earlier -> continues(request, kind, earlier))
                .toList();
        before.addAll(continued);
        Duration start = before.isEmpty() ? Duration.ZERO : latest(before).end();
        int depth = before.stream().mapToInt(Place::depth).max().orElse(0);
        boolean counts = kind.isRoundTrip() && continued.isEmpty();
        return new Place(request, kind, start, depth + (counts ? 1 : 0), List.copyOf(before));
    }

    private static boolean continues(RecordedRequest request, RequestKind kind, Place earlier) {
        return switch (kind) {
            case MAILBOX_AUDIT, REVOKE_PROOF, RESET_PROOF, RESET_PROGRESS, REVOKE_AGAIN_PROOF -> earlier.kind() == kind;
            case REVOKE_AGAIN, CLOCK ->
                earlier.kind() == RequestKind.REVOKE_AGAIN_PROOF
                        || (earlier.kind() == RequestKind.CLOCK
                                && !earlier.before().isEmpty());
            default -> earlier.kind() == kind && repeatsOrPages(request, earlier.request());
        };
    }

    private static boolean repeatsOrPages(RecordedRequest request, RecordedRequest before) {
        boolean same = before.query().equals(request.query()) && before.cmdlet().equals(request.cmdlet());
        boolean nextPage =
                request.query().contains("$skiptoken") && !before.query().equals(request.query());
        return before.path().equals(request.path()) && (nextPage || (same && before.isRefused()));
    }

    /** Of polls and repeats the last one counts: it is the one that showed what was waited for. */
    private static boolean isPoll(RequestKind kind) {
        return switch (kind) {
            case REVOKE_PROOF, RESET_PROOF, RESET_PROGRESS, REVOKE_AGAIN -> true;
            default -> false;
        };
    }
}
