package dev.cordon.investigation.lines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sign-ins that belong together, in which nothing is the user's. An attacker shows himself once, as he comes in, and is quiet then: what one sign-in of a
 * visit shows holds for all.
 */
final class StrangersVisits {
    /** Each of these has a harmless story. Two of them in one visit have hardly any. */
    private static final List<Predicate<SignInLineFacts>> DOUBTS = List.of(
            facts -> facts.isImpossibleTravel()
                    || facts.overlapsHome()
                    || facts.overlapsWork()
                    || facts.overlapsPresence(),
            SignInLineFacts::isAtOddHour,
            SignInLineFacts::isTokenInNewPlace,
            SignInLineFacts::isAttackersApplication,
            SignInLineFacts::isAfterRefusedPrompts,
            SignInLineFacts::isSessionPassedOn,
            SignInLineFacts::isLegacy,
            SignInLineFacts::isDeviceCode,
            SignInLineFacts::isFromHosting);

    private static final int DOUBTS_OF_ATTACKER = 2;

    private final Map<String, Set<Integer>> doubts = new HashMap<>();

    /** Adds a sign-in in which nothing is its user's. */
    void add(SignInLineFacts facts) {
        Set<Integer> found = doubts.computeIfAbsent(facts.visit(), _ -> new HashSet<>());
        for (int each = 0; each < DOUBTS.size(); each++) {
            if (DOUBTS.get(each).test(facts)) {
                found.add(each);
            }
        }
    }

    boolean areHostile(SignInLineFacts facts) {
        return doubts.getOrDefault(facts.visit(), Set.of()).size() >= DOUBTS_OF_ATTACKER;
    }
}
