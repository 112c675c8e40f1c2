package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known before the rows are read.
 *
 * @param accounts the account that is responded to, by every name it has
 * @param attackerAddresses addresses the sign-in log showed to be the attacker's
 * @param attackerSessions sessions it showed to be his
 * @param ours names of the responder's own accounts and applications
 * @param said what persons said, the latest last
 */
public record Known(
        Set<String> accounts,
        Set<String> attackerAddresses,
        Set<String> attackerSessions,
        Set<String> ours,
        List<PersonsVerdict> said) {
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
        said = List.copyOf(said);
    }

    private static Set<String> plain(Collection<String> names) {
        return names.stream().map(Names::plain).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
