package dev.cordon.investigation.lines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Addresses from which passwords were tried. */
final class GuessingAddresses {
    /** What Entra answers to a wrong password, or to an account that is locked or is not there. */
    private static final Set<Integer> REFUSED = Set.of(50126, 50053, 50034, 50056, 50064, 50055, 50057, 81016, 50020);

    /** What Entra answers where the prompt for the second factor was refused or not answered. */
    private static final int PROMPT_REFUSED = 500121;

    private static final int PROMPTS_OF_FATIGUE = 3;
    private static final int ACCOUNTS_OF_SPRAY = 3;
    private static final int TRIES_OF_GUESSING = 6;
    private static final int NETWORKS_OF_SELLER = 3;

    private final Map<String, Set<String>> refused = new HashMap<>();
    private final Map<String, Set<String>> admitted = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final Map<String, Integer> prompts = new HashMap<>();
    private final Set<String> inside = new HashSet<>();
    private final Map<String, Set<String>> stopped = new HashMap<>();
    private final WideSprays wide;

    GuessingAddresses(List<SignInLine> rows) {
        wide = new WideSprays(rows);
        for (SignInLine row : rows) {
            if (row.address().isEmpty()) {
                continue;
            }
            if (!row.succeeded() && row.hadPassword() && !row.isMobile()) {
                stopped.computeIfAbsent(row.user(), _ -> new HashSet<>()).add(row.network());
            }
            if (isRefused(row)) {
                refused.computeIfAbsent(row.address(), _ -> new HashSet<>()).add(row.user());
                tries.merge(row.user() + " " + row.address(), 1, Integer::sum);
            } else if (isRefusedPrompt(row)) {
                prompts.merge(row.user() + " " + row.network(), 1, Integer::sum);
            } else if (row.succeeded()) {
                inside.add(row.user() + " " + row.network());
                admitted.computeIfAbsent(row.address(), _ -> new HashSet<>()).add(row.user());
            }
        }
    }

    static boolean isRefused(SignInLine row) {
        return REFUSED.contains(row.errorCode());
    }

    static boolean isRefusedPrompt(SignInLine row) {
        return row.errorCode() == PROMPT_REFUSED;
    }

    /** Whether the row comes from where the passwords of several accounts were tried, and few got in. */
    boolean sprays(SignInLine row) {
        int accounts = refused.getOrDefault(row.address(), Set.of()).size();
        int inside = admitted.getOrDefault(row.address(), Set.of()).size();
        return accounts >= ACCOUNTS_OF_SPRAY && inside * 2 <= accounts;
    }

    /** Whether its password is one of several accounts' that were tried together, each from another address. */
    boolean spraysWidely(SignInLine row) {
        return wide.contain(row);
    }

    /** Whether its user, or who passes for him, got in from there in the end: what was asked for between was given. */
    boolean gotIn(SignInLine row) {
        return inside.contains(row.user() + " " + row.network());
    }

    /** Whether the account's right password was stopped in network after network, where its user never got in. */
    boolean isKnownAbout(SignInLine row) {
        return stopped.getOrDefault(row.user(), Set.of()).stream()
                        .filter(network -> !inside.contains(row.user() + " " + network))
                        .count()
                >= NETWORKS_OF_SELLER;
    }

    /** Whether the password of this account was tried again and again from there. */
    boolean guesses(SignInLine row) {
        return tries.getOrDefault(row.user() + " " + row.address(), 0) >= TRIES_OF_GUESSING;
    }

    /** Whether prompts to this user were refused again and again that came from there. */
    boolean wearOut(SignInLine row) {
        return prompts.getOrDefault(row.user() + " " + row.network(), 0) >= PROMPTS_OF_FATIGUE;
    }
}
