package dev.cordon.investigation.review;

import dev.cordon.investigation.review.SignIns.Success;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Who signed in from where, or with what. For one thread. */
final class Successes {
    /** Pairs of an account with an address, or with a program. */
    static final int MOST_PAIRS = 200_000;

    private final Foremost<Pair, Success> pairs = new Foremost<>(Pair.ORDER, Success::and, MOST_PAIRS);

    /** @param by the address or the program */
    private record Pair(String by, String account) {
        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::by).thenComparing(Pair::account);
    }

    void add(String by, Success success) {
        pairs.put(new Pair(by, success.account()), success);
    }

    boolean isCut() {
        return pairs.isCut();
    }

    /** Of one address or program, by account. */
    Map<String, Success> of(String by) {
        Map<String, Success> found = new TreeMap<>();
        for (Map.Entry<Pair, Success> each :
                pairs.byKey().tailMap(new Pair(by, "")).entrySet()) {
            if (!each.getKey().by.equals(by)) {
                break;
            }
            found.put(each.getKey().account, each.getValue());
        }
        return found;
    }

    /** All of them, by address or program and then by account. */
    Map<String, Map<String, Success>> all() {
        Map<String, Map<String, Success>> all = new TreeMap<>();
        pairs.byKey()
                .forEach((pair, success) ->
                        all.computeIfAbsent(pair.by, none -> new TreeMap<>()).put(pair.account, success));
        return all;
    }
}
