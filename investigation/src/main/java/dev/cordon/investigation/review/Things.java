package dev.cordon.investigation.review;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.review.Change.Effect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts rows about the same thing together and tells what became of it. For one thread. */
final class Things {
    private final List<Thing> things = new ArrayList<>();
    private final Map<String, List<Thing>> byName = new HashMap<>();

    private Things() {}

    /** One finding for each thing that the changes are about, in whatever order they come. */
    static List<ReviewFinding> findings(Collection<Change> changes, Verdicts verdicts, Context context) {
        var things = new Things();
        changes.stream().sorted(Change.ORDER).forEach(things::add);
        return things.things.stream()
                .map(thing -> thing.finding(verdicts, context))
                .toList();
    }

    /**
     * What no single row tells.
     *
     * @param sprayers addresses from which passwords were tried on many accounts
     * @param newcomers names of accounts that were made in the time of the rows
     * @param facts what the organisation said of itself
     * @param organisation the organisation as it is known without that
     * @param whereabouts who works where, and where an attacker was
     */
    record Context(
            Set<String> sprayers,
            Set<String> newcomers,
            OrganisationFacts facts,
            Organisation organisation,
            Whereabouts whereabouts) {
        Context {
            sprayers = Set.copyOf(sprayers);
            newcomers = Set.copyOf(newcomers);
        }

        boolean isOwn(String address) {
            return organisation.ownsDomain(Addresses.domain(address));
        }
    }

    private void add(Change change) {
        Optional<Thing> known = latest(change);
        boolean isOther = change.effect() == Effect.MAKES
                && known.flatMap(Thing::variant)
                        .filter(variant -> !variant.equals(change.variant()))
                        .isPresent();
        if (isOther && !change.origin().isRefused()) {
            known.ifPresent(thing -> thing.replacedBy(change));
        }
        Thing thing = isOther ? begun() : known.orElseGet(this::begun);
        thing.add(change);
        keys(change).forEach(key -> {
            List<Thing> there = byName.computeIfAbsent(key, none -> new ArrayList<>());
            if (there.isEmpty() || there.getLast() != thing) {
                there.add(thing);
            }
        });
    }

    private Thing begun() {
        var thing = new Thing();
        things.add(thing);
        return thing;
    }

    private Optional<Thing> latest(Change change) {
        Optional<Thing> latest = Optional.empty();
        for (String key : keys(change)) {
            for (Thing thing : byName.getOrDefault(key, List.of()).reversed()) {
                if (thing.isOf(change)) {
                    if (latest.filter(other -> other.isAfter(thing)).isEmpty()) {
                        latest = Optional.of(thing);
                    }
                    break;
                }
            }
        }
        return latest;
    }

    /** What two changes of one thing have in common, whichever names their rows have. */
    private static Set<String> keys(Change change) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> places = change.places().isEmpty() ? Set.of("") : change.places();
        for (String place : places) {
            for (String handle : change.handles()) {
                keys.add(change.kind() + "\n" + Names.alias(place) + "\n" + Names.alias(handle));
            }
        }
        return keys;
    }

    /** One thing. */
    private static final class Thing {
        private static final int MOST_REASONS = 12;

        private final List<Change> changes = new ArrayList<>();
        private final Set<String> places = new HashSet<>();
        private final Set<String> handles = new HashSet<>();
        private Optional<Change> replacement = Optional.empty();

        void add(Change change) {
            changes.add(change);
            places.addAll(change.places());
            handles.addAll(change.handles());
        }

        void replacedBy(Change change) {
            replacement = replacement.or(() -> Optional.of(change));
        }

        boolean isOf(Change change) {
            boolean isPlace = places.isEmpty() == change.places().isEmpty()
                    && (places.isEmpty() || Names.areOfOne(places, change.places()));
            return change.kind() == changes.getFirst().kind()
                    && replacement.isEmpty()
                    && isPlace
                    && Names.areOfOne(handles, change.handles());
        }

        boolean isAfter(Thing other) {
            return Change.ORDER.compare(changes.getLast(), other.changes.getLast()) > 0;
        }

        Optional<String> variant() {
            return changes.stream()
                    .filter(change -> change.effect() == Effect.MAKES)
                    .map(Change::variant)
                    .findFirst();
        }

        ReviewFinding finding(Verdicts verdicts, Context context) {
            Change first = changes.stream()
                    .filter(change -> change.effect() == Effect.MAKES)
                    .findFirst()
                    .or(() -> changes.stream()
                            .filter(change -> change.effect() == Effect.TOUCHES)
                            .findFirst())
                    .orElseGet(changes::getFirst);
            var explanation = new Explanation(context, verdicts);
            Judgement judged = new WhoseHand(verdicts, context)
                    .judge(worst(verdicts, first.effect()), changes, explanation.of(changes));
            Judgement worst = explanation
                    .ownDomain(changes)
                    .map(fact -> fact.named(judged))
                    .orElse(judged);
            Ending ending = ending();
            List<Reason> reasons = new ArrayList<>(worst.reasons());
            ending.reason.ifPresent(reasons::add);
            var finding = new ReviewFinding(
                    first.kind(),
                    first.subject(),
                    ending.state,
                    ids(),
                    0,
                    first.origin().actor(),
                    first.origin().at(),
                    worst.verdict(),
                    confidence(worst.verdict()),
                    reasons.stream().distinct().limit(MOST_REASONS).toList(),
                    account(first.origin().actor()));
            return finding.from(Stream.concat(Stream.of(first), changes.stream())
                    .map(change -> change.origin().address()));
        }

        /** Whose place it is in, or who did it. */
        private String account(String actor) {
            return places.stream()
                    .filter(Row::isPerson)
                    .min(Comparator.naturalOrder())
                    .orElse(Row.isPerson(actor) ? actor : "");
        }

        /** That it happened is in the log; that it was an attacker's hand is not. */
        private static Confidence confidence(Verdict verdict) {
            return switch (verdict) {
                case MALICIOUS -> Confidence.LIKELY;
                case REVIEW, BENIGN -> Confidence.UNKNOWN;
            };
        }

        private Judgement worst(Verdicts verdicts, Effect effect) {
            if (effect == Effect.UNDOES) {
                return verdicts.ofTakenAway(changes.getFirst());
            }
            Judgement worst = null;
            for (Change change : changes) {
                if (change.effect() == effect) {
                    Judgement judged = verdicts.of(change);
                    worst = worst == null || judged.score() > worst.score() ? judged : worst;
                }
            }
            return worst == null ? verdicts.of(changes.getFirst()) : worst;
        }

        private List<String> ids() {
            return changes.stream()
                    .map(change -> change.origin().id())
                    .distinct()
                    .toList();
        }

        private record Ending(FindingState state, Optional<Reason> reason) {
            static Ending of(FindingState state, String signal, String sentence) {
                return new Ending(state, Optional.of(Verdicts.reason(signal, "", sentence)));
            }
        }

        private Ending ending() {
            List<Change> done = changes.stream()
                    .filter(change -> !change.origin().isRefused())
                    .toList();
            if (done.isEmpty()) {
                return Ending.of(FindingState.REVERTED, "refused", "It was tried and did not work.");
            }
            if (replacement.isPresent()) {
                return Ending.of(FindingState.REVERTED, "replaced", "It was replaced" + by(replacement.get()));
            }
            Change last = done.getLast();
            if (isOnlyProtected(done)) {
                return new Ending(FindingState.REVERTED, Optional.empty());
            }
            boolean isThere = done.stream().anyMatch(change -> change.effect() == Effect.MAKES);
            if (last.effect() == Effect.UNDOES) {
                return isContested(done, last.origin().at())
                        ? Ending.of(
                                FindingState.UNKNOWN,
                                "same-moment",
                                "It was made and undone in the same moment; the rows do not say which came last.")
                        : Ending.of(
                                FindingState.REVERTED,
                                "undone",
                                (isThere ? "It was undone" : "It was taken away") + by(last));
            }
            boolean isAgain = done.stream().anyMatch(change -> change.effect() == Effect.UNDOES);
            if (!isThere) {
                return new Ending(FindingState.UNKNOWN, Optional.empty());
            }
            return isAgain
                    ? Ending.of(FindingState.ACTIVE, "made-again", "It was undone and made again.")
                    : new Ending(FindingState.ACTIVE, Optional.empty());
        }

        /** What protects or is logged was switched on, and nothing was switched off before. */
        private static boolean isOnlyProtected(List<Change> done) {
            return done.stream()
                    .allMatch(change -> change.effect() == Effect.UNDOES
                            && (change.kind() == FindingKind.AUDIT_CHANGE
                                    || change.kind() == FindingKind.STRONG_AUTHENTICATION_CHANGE));
        }

        private static boolean isContested(List<Change> done, Instant at) {
            return done.stream()
                    .anyMatch(change -> change.effect() == Effect.MAKES
                            && change.origin().at().equals(at));
        }

        private static String by(Change change) {
            String actor = change.origin().actor();
            return " at " + change.origin().at().truncatedTo(ChronoUnit.SECONDS)
                    + (actor.isBlank() ? "" : " by " + Quote.of(actor)) + ".";
        }
    }
}
