package dev.cordon.investigation.review;

import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.lines.Stay;
import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.SignIns.Success;
import dev.cordon.investigation.review.Whereabouts.Visit;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins with a tool from where the account afterwards did what is an attacker's by itself, such as a rule that hides mail about money. Neither alone says
 * so much: people write scripts, and some forward their mail. Immutable.
 */
final class ToolVisits {
    private final Verdicts verdicts;
    private final Things.Context context;
    private final Explanation explanation;

    ToolVisits(Verdicts verdicts, Things.Context context) {
        this.verdicts = verdicts;
        this.context = context;
        this.explanation = new Explanation(context, verdicts);
    }

    /** Those sign-ins, in whatever order; none from where the account is seen on several days, or from a network of the organisation's. */
    Stream<Visit> in(SignIns signIns, Collection<Change> changes) {
        Map<String, Instant> deeds = new HashMap<>();
        changes.stream()
                .filter(this::isAttackers)
                .forEach(change -> deeds.merge(
                        key(
                                SignIns.plain(change.origin().person()),
                                change.origin().address()),
                        change.origin().at(),
                        (one, other) -> one.isAfter(other) ? one : other));
        return deeds.isEmpty()
                ? Stream.empty()
                : signIns.withTools().values().stream()
                        .flatMap(there -> there.values().stream())
                        .filter(success -> isBefore(success, deeds.get(key(success.account(), success.address()))))
                        .filter(success -> days(signIns, success) < Whereabouts.FEWEST_DAYS)
                        .map(success -> new Visit(success.account(), success.firstAt(), success.address(), true));
    }

    private static String key(String account, String address) {
        return account + "\n" + address;
    }

    private static boolean isBefore(Success success, @Nullable Instant deed) {
        return deed != null && !deed.isBefore(success.firstAt());
    }

    private static int days(SignIns signIns, Success success) {
        return Optional.ofNullable(signIns.from(success.address()).get(success.account()))
                .map(there -> new Stay(
                                there.account(), there.address(), there.firstAt(), there.lastAt(), there.daysSeen())
                        .days())
                .orElse(0);
    }

    /** Made, and malicious by what it does, where no fact explains it or where it came from. */
    private boolean isAttackers(Change change) {
        String address = change.origin().address();
        return change.effect() == Effect.MAKES
                && !change.origin().isRefused()
                && !address.isBlank()
                && context.facts().ofAddress(address).isEmpty()
                && verdicts.of(change).verdict() == Verdict.MALICIOUS
                && explanation.of(List.of(change)).isEmpty();
    }
}
