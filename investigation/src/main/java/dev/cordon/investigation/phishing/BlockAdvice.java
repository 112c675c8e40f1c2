package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Organisation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be blocked for a campaign, and what speaks against it.
 *
 * @param organisation whose list
 * @param partners domains of customers, suppliers and partners, lower-case
 * @param correspondents addresses that the organisation exchanged mail with before the campaign, lower-case
 */
public record BlockAdvice(Organisation organisation, Set<String> partners, Set<String> correspondents) {
    public BlockAdvice {
        requireNonNull(organisation, "organisation is null");
        partners = lowerCase(partners);
        correspondents = correspondents.stream()
                .map(SenderAddress::normalised)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> lowerCase(Collection<String> domains) {
        return domains.stream()
                .map(domain -> Addresses.bare(domain).replaceFirst("^.*@", ""))
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The proposals for what is known of a campaign: the senders with their domains, the links with their hosts. */
    public List<BlockProposal> of(Lure lure) {
        return new BlockAdvising(this).proposals(lure);
    }
}
