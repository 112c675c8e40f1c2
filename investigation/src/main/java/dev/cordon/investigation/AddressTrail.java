package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.SignInLog.AccountSignIn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the sign-in log of the whole tenant shows of one of the attacker's addresses.
 *
 * @param address the address
 * @param usualFor how many accounts were usual there long before the attack, where that makes it a place of the organisation's own: an
 *     office, the exit of a VPN; 0 where it is none
 * @param accounts the accounts seen there since, those in care left out
 * @param rows how many sign-ins were read
 * @param notRead what could not be read, a sentence each
 */
public record AddressTrail(String address, int usualFor, List<AccountSeen> accounts, int rows, List<String> notRead) {
    /** So many accounts that came in make a place of the organisation's own ... */
    private static final int MANY = 5;

    /** ... or so few that came in on several days. */
    private static final int FEW = 2;

    private static final int SEVERAL_DAYS = 3;

    public AddressTrail {
        requireNonNull(address, "address is null");
        accounts = List.copyOf(accounts);
        notRead = List.copyOf(notRead);
    }

    /**
     * The trail at one address.
     *
     * @param before sign-ins from there that are too old to be this attack's
     * @param since sign-ins from there that may be
     * @param inCare the object ids of the accounts that are responded to already
     */
    public static AddressTrail of(
            String address,
            List<AccountSignIn> before,
            List<AccountSignIn> since,
            Set<String> inCare,
            List<String> notRead) {
        int usual = usual(others(before, inCare));
        return new AddressTrail(
                address, usual, AccountSeen.in(others(since, inCare)), before.size() + since.size(), notRead);
    }

    /** How many accounts make {@code before} a place of the organisation's own; 0 when it is none. */
    public static int usual(List<AccountSignIn> before) {
        Map<String, Set<LocalDate>> days = before.stream()
                .filter(row -> row.signIn().succeeded())
                .collect(Collectors.groupingBy(
                        AccountSeen::key,
                        Collectors.mapping(
                                row -> LocalDate.ofInstant(row.signIn().at(), ZoneOffset.UTC), Collectors.toSet())));
        long regular =
                days.values().stream().filter(on -> on.size() >= SEVERAL_DAYS).count();
        return days.size() >= MANY || regular >= FEW ? days.size() : 0;
    }

    private static List<AccountSignIn> others(List<AccountSignIn> rows, Set<String> inCare) {
        return rows.stream()
                .filter(row ->
                        !row.objectId().isBlank() || !row.userPrincipalName().isBlank())
                .filter(row -> !inCare.contains(row.objectId().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Whether colleagues usually come from there. */
    public boolean isOwnPlace() {
        return usualFor > 0;
    }
}
