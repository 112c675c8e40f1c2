package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Directory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts about the organisation that shift verdicts.
 *
 * @param domains its verified domains, lower-case; mail to them or below them stays inside
 * @param tenantId its tenant id, by which its own applications are known; empty when unknown
 * @param closePeople names and addresses of people whose rights in the account are expected (the manager, an assistant); lower-case
 * @param privileged whether the account holds a directory role, so that whoever had it could change tenant-wide settings
 */
public record Organisation(
        Set<String> domains, Optional<String> tenantId, Set<String> closePeople, boolean privileged) {
    public Organisation {
        domains = lowerCase(domains);
        requireNonNull(tenantId, "tenantId is null");
        closePeople = lowerCase(closePeople);
    }

    /** The organisation as the directory describes it. */
    public static Organisation of(Directory.Organization organization) {
        return new Organisation(
                Set.copyOf(organization.domains()), Optional.of(organization.tenantId()), Set.of(), false);
    }

    /** An organisation known by its domains only. */
    public static Organisation ofDomains(String... domains) {
        return new Organisation(Set.copyOf(List.of(domains)), Optional.empty(), Set.of(), false);
    }

    /** The same, for an account that does or does not hold a directory role. */
    public Organisation withPrivileged(boolean holdsRole) {
        return new Organisation(domains, tenantId, closePeople, holdsRole);
    }

    /** The same, with people whose rights in the account are expected. */
    public Organisation withClosePeople(Set<String> people) {
        return new Organisation(domains, tenantId, people, privileged);
    }

    /** Whether {@code domain} is one of the verified domains or lies below one. */
    public boolean ownsDomain(String domain) {
        String asked = domain.toLowerCase(Locale.ROOT);
        return domains.stream().anyMatch(own -> asked.equals(own) || asked.endsWith("." + own));
    }

    private static Set<String> lowerCase(Set<String> texts) {
        return texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
