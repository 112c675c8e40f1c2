package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known before the rows are read.
 *
 * @param accounts the account that is responded to, by every name it has
 * @param attackerAddresses addresses the sign-in log showed to be the attacker's
 * @param attackerSessions sessions it showed to be his
 * @param ours sign-in names of the responders
 * @param application the application as which Cordon signed in
 * @param said what persons said, the latest last
 * @param aliases further addresses of the account under which its mail is traced
 * @param auditEnd from when on rows of the audit log may be missing; empty where that is told only by its last row
 */
public record Known(
        Set<String> accounts,
        Set<String> attackerAddresses,
        Set<String> attackerSessions,
        Set<String> ours,
        OurApplication application,
        List<PersonsVerdict> said,
        Set<String> aliases,
        Optional<Instant> auditEnd) {
    /** Nothing. */
    public static final Known NOTHING = new Known(Set.of(), Set.of(), Set.of(), Set.of(), List.of());

    public Known {
        accounts = plain(accounts);
        attackerAddresses = requireNonNull(attackerAddresses, "attackerAddresses is null").stream()
                .map(Places::outside)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        attackerSessions = plain(attackerSessions);
        ours = plain(ours);
        requireNonNull(application, "application is null");
        said = List.copyOf(said);
        aliases = plain(aliases);
        requireNonNull(auditEnd, "auditEnd is null");
    }

    /** Where no other addresses are known, and nobody said how far the audit log reaches. */
    public Known(
            Set<String> accounts,
            Set<String> attackerAddresses,
            Set<String> attackerSessions,
            Set<String> ours,
            OurApplication application,
            List<PersonsVerdict> said) {
        this(accounts, attackerAddresses, attackerSessions, ours, application, said, Set.of(), Optional.empty());
    }

    /** Where no application of ours is known. */
    public Known(
            Set<String> accounts,
            Set<String> attackerAddresses,
            Set<String> attackerSessions,
            Set<String> ours,
            List<PersonsVerdict> said) {
        this(accounts, attackerAddresses, attackerSessions, ours, OurApplication.NONE, said);
    }

    private static Set<String> plain(Collection<String> names) {
        return names.stream().map(Names::plain).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
