package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.AccountSeen.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which other accounts were seen where the attacker came from: he seldom has one account alone.
 *
 * @param trails one for each address that was looked at
 * @param notLookedAt addresses of the attacker's that were not, because there are too many
 * @param since from when on they were looked for
 * @param reach until when the logs are complete, in words
 * @param inCare how many accounts of this attack are responded to already
 */
public record OtherAccounts(
        List<AddressTrail> trails, List<String> notLookedAt, Instant since, String reach, int inCare) {
    /** From so many accounts on it is nothing that one administrator should carry alone. */
    private static final int ESCALATE = 4;

    private static final int MOST_FAILED = 10;

    public OtherAccounts {
        trails = List.copyOf(trails);
        notLookedAt = List.copyOf(notLookedAt);
        requireNonNull(since, "since is null");
        requireNonNull(reach, "reach is null");
    }

    /** The accounts, each once, those that came furthest first; of places of the organisation's own none. */
    public List<AccountSeen> accounts() {
        Map<String, AccountSeen> byAccount = new LinkedHashMap<>();
        trails.stream()
                .filter(trail -> !trail.isOwnPlace())
                .flatMap(trail -> trail.accounts().stream())
                .forEach(seen -> byAccount.merge(
                        seen.objectId().isBlank() ? seen.name() : seen.objectId(), seen, OtherAccounts::joined));
        return byAccount.values().stream()
                .sorted(Comparator.comparing(AccountSeen::entry).thenComparing(AccountSeen::first))
                .toList();
    }

    private static AccountSeen joined(AccountSeen one, AccountSeen other) {
        if (one.entry() != other.entry()) {
            return one.entry().compareTo(other.entry()) < 0 ? one : other;
        }
        return new AccountSeen(
                one.objectId(),
                one.name(),
                one.entry(),
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last(),
                one.count() + other.count());
    }

    /** Those that the attacker got into, or whose password he has. */
    public List<AccountSeen> taken() {
        return accounts().stream().filter(AccountSeen::isTaken).toList();
    }

    /** Whether everything that was to be looked at was read. */
    public boolean isRead() {
        return notLookedAt.isEmpty()
                && trails.stream().allMatch(trail -> trail.notRead().isEmpty());
    }

    /** What was found, with what was looked at: for the record. */
    public String inWords() {
        List<AccountSeen> all = accounts();
        int rows = trails.stream().mapToInt(AddressTrail::rows).sum();
        String found = all.isEmpty()
                ? isRead() ? "none seen" : "none seen in what could be read"
                : all.stream().map(AccountSeen::inWords).collect(Collectors.joining("; "));
        return found + ", in " + rows + " sign-ins from " + addresses() + " since " + Minutes.of(since) + "; " + reach
                + caveats().map(said -> " " + said).orElse("");
    }

    /** What people have to do about it; empty when nobody was seen and everything was read. */
    public Optional<String> task() {
        List<String> parts = new ArrayList<>();
        List<AccountSeen> taken = taken();
        if (!taken.isEmpty()) {
            parts.add("From where the attacker came (" + addresses() + ") other accounts signed in too, since "
                    + Minutes.of(since) + ": "
                    + taken.stream().map(AccountSeen::inWords).collect(Collectors.joining("; "))
                    + ". Take each for taken over until its user explains it: cordon respond compromised-account "
                    + taken.stream().map(AccountSeen::forCommand).collect(Collectors.joining(" ")) + ".");
        }
        int all = taken.size() + inCare;
        if (!taken.isEmpty() && all >= ESCALATE) {
            parts.add("These are " + all
                    + " accounts of one attack: escalate now, to your managed SOC, Microsoft or an external"
                    + " responder; an incident for each account, privileged ones first.");
        }
        List<AccountSeen> failed =
                accounts().stream().filter(seen -> seen.entry() == Entry.FAILED).toList();
        if (!failed.isEmpty()) {
            parts.add("Only tried from there, without success: "
                    + failed.stream()
                            .limit(MOST_FAILED)
                            .map(AccountSeen::inWords)
                            .collect(Collectors.joining("; "))
                    + (failed.size() > MOST_FAILED ? "; and " + (failed.size() - MOST_FAILED) + " more" : "") + ".");
        }
        caveats().ifPresent(parts::add);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        parts.add("Rows come late: each re-check looks again, and the sign-off says until when the logs reach.");
        return Optional.of(String.join(" ", parts));
    }

    private String addresses() {
        return trails.isEmpty()
                ? "no address"
                : trails.stream().map(AddressTrail::address).collect(Collectors.joining(", "));
    }

    private Optional<String> caveats() {
        List<String> said = new ArrayList<>();
        trails.stream().filter(AddressTrail::isOwnPlace).forEach(trail -> said.add(ownPlace(trail)));
        trails.stream()
                .filter(trail -> !trail.notRead().isEmpty())
                .forEach(trail ->
                        said.add("What other accounts did from " + trail.address() + " could not be read whole: "
                                + String.join(" ", trail.notRead())
                                + " Look in Entra admin center > Sign-in logs, filter IP address "
                                + trail.address() + "."));
        if (!notLookedAt.isEmpty()) {
            said.add(
                    "The attacker came from more addresses than were looked at; look in Entra admin center > Sign-in logs, filter IP"
                            + " address, for: "
                            + notLookedAt.stream().map(Quote::of).collect(Collectors.joining(", ")) + ".");
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }

    private static String ownPlace(AddressTrail trail) {
        return trail.address() + " was used by " + trail.usualFor()
                + " other accounts long before this attack: it looks like a place of your own, an office or the exit of a VPN, so who"
                + " signs in there is not listed. If it is none, all of them are in the attacker's hands: escalate.";
    }
}
