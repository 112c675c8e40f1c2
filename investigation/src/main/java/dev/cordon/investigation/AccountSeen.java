package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.SignInLog.AccountSignIn;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An account that was seen at an address of the attacker's.
 *
 * @param objectId its object id; empty text when no row has one
 * @param name its sign-in name: untrusted text
 * @param entry how far it came
 * @param first the first sign-in that came so far
 * @param last the last one
 * @param count how many did
 */
public record AccountSeen(String objectId, String name, Entry entry, Instant first, Instant last, int count) {
    /** How far a sign-in came. */
    public enum Entry {
        /** It succeeded. */
        GOT_IN,
        /** The password was right, and something else stopped it. */
        PASSWORD_WAS_RIGHT,
        /** It failed. */
        FAILED;

        private static Entry of(AccountSignIn row) {
            if (row.signIn().succeeded()) {
                return GOT_IN;
            }
            return SignInTables.wasPasswordRight(row.signIn().errorCode()) ? PASSWORD_WAS_RIGHT : FAILED;
        }
    }

    public AccountSeen {
        requireNonNull(objectId, "objectId is null");
        requireNonNull(name, "name is null");
        requireNonNull(entry, "entry is null");
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
    }

    /** The accounts in {@code rows}, each once, those that came furthest and were there first before the others. */
    static List<AccountSeen> in(Collection<AccountSignIn> rows) {
        Map<String, List<AccountSignIn>> byAccount =
                rows.stream().collect(Collectors.groupingBy(AccountSeen::key, TreeMap::new, Collectors.toList()));
        return byAccount.values().stream()
                .map(AccountSeen::of)
                .sorted(Comparator.comparing(AccountSeen::entry).thenComparing(AccountSeen::first))
                .toList();
    }

    /** The account of a row, however its name is written. */
    static String key(AccountSignIn row) {
        return (row.objectId().isBlank() ? row.userPrincipalName() : row.objectId()).toLowerCase(Locale.ROOT);
    }

    private static AccountSeen of(List<AccountSignIn> rows) {
        Entry furthest =
                rows.stream().map(Entry::of).min(Comparator.naturalOrder()).orElseThrow();
        List<AccountSignIn> came = rows.stream()
                .filter(row -> Entry.of(row) == furthest)
                .sorted(Comparator.comparing(row -> row.signIn().at()))
                .toList();
        return new AccountSeen(
                came.getLast().objectId(),
                came.getLast().userPrincipalName(),
                furthest,
                came.getFirst().signIn().at(),
                came.getLast().signIn().at(),
                came.size());
    }

    /** Whether its password at least is the attacker's. */
    public boolean isTaken() {
        return entry != Entry.FAILED;
    }

    /** Its name in a sentence. */
    public String nameInWords() {
        return TypedName.safely(name).orElseGet(() -> Quote.of(name.isBlank() ? objectId : name));
    }

    /** What a command takes for it and no shell takes for anything else; its object id where its name is no such text. */
    public String forCommand() {
        return TypedName.safely(name).or(() -> TypedName.safely(objectId)).orElse("OBJECT-ID");
    }

    /** It in a part of a sentence. */
    String inWords() {
        return nameInWords() + " ("
                + switch (entry) {
                    case GOT_IN -> "";
                    case PASSWORD_WAS_RIGHT -> "with the right password, stopped by something else, ";
                    case FAILED -> "failed, ";
                }
                + (count == 1
                        ? "once, " + Minutes.of(first)
                        : count + " times, first " + Minutes.of(first) + ", last " + Minutes.of(last))
                + ")";
    }
}
