package dev.cordon.investigation.reconstruction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which names mean the same mailbox: one row has its owner's name, another its id, and a third both. Filled in any order before it is asked;
 * for one thread.
 */
final class MailboxNames {
    private static final Pattern NOBODYS = Pattern.compile("[0-]*");

    private final Set<String> inCare;
    private final Map<String, String> better = new HashMap<>();

    /**
     * Of the account that is responded to.
     *
     * @param inCare every name of it
     * @param aliases its further addresses, by which it is never shown
     */
    MailboxNames(Set<String> inCare, Set<String> aliases) {
        this.inCare = inCare;
        inCare.forEach(name -> same(name, inCare.iterator().next()));
        inCare.stream()
                .findFirst()
                .map(this::known)
                .ifPresent(shown -> aliases.stream()
                        .filter(alias -> !known(alias).equals(shown))
                        .forEach(alias -> better.put(alias, shown)));
    }

    /** Every address that is known to be of the mailbox, that by which it is shown first. */
    List<String> addresses(String mailbox) {
        return Stream.concat(
                        Stream.of(mailbox),
                        better.keySet().stream()
                                .filter(name -> name.indexOf('@') > 0 && isSame(name, mailbox))
                                .sorted())
                .distinct()
                .toList();
    }

    /** Takes in what a row says of its mailbox. */
    void add(EvidenceRow row) {
        String owner = Names.plain(row.detail().mailbox());
        String id = Names.plain(row.detail().mailboxId());
        if (!NOBODYS.matcher(owner).matches() && !NOBODYS.matcher(id).matches()) {
            same(owner, id);
        }
    }

    /** The name by which the mailbox is shown: a sign-in name where any row has one. */
    String known(String name) {
        String best = name;
        for (String next = better.get(best); next != null; next = better.get(best)) {
            best = next;
        }
        return best;
    }

    /** Whether it is a name of the account that is responded to, or of its mailbox. */
    boolean isInCare(String name) {
        return inCare.contains(name) || inCare.stream().anyMatch(own -> isSame(own, name));
    }

    /** The names by which the mailboxes of the account that is responded to are shown. */
    Set<String> inCare() {
        return inCare.stream().map(this::known).collect(Collectors.toUnmodifiableSet());
    }

    boolean isSame(String one, String other) {
        return known(one).equals(known(other));
    }

    private void same(String one, String other) {
        String first = known(one);
        String second = known(other);
        if (!first.equals(second)) {
            boolean firstIsBetter = isBetter(first, second);
            better.put(firstIsBetter ? second : first, firstIsBetter ? first : second);
        }
    }

    private static boolean isBetter(String one, String other) {
        boolean named = one.indexOf('@') >= 0;
        return named == other.indexOf('@') >= 0 ? one.compareTo(other) < 0 : named;
    }
}
