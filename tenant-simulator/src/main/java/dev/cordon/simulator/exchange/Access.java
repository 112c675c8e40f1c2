package dev.cordon.simulator.exchange;

import dev.cordon.simulator.scenario.DirectoryRoles;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody needs to run a cmdlet on other people's things.
 *
 * @see <a href="https://learn.microsoft.com/exchange/permissions-exo/permissions-exo">permissions in Exchange Online</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
enum Access {
    RECIPIENT_READ("Exchange Administrator", "Exchange Recipient Administrator", "Global Reader"),
    RECIPIENT_WRITE("Exchange Administrator", "Exchange Recipient Administrator"),
    /** Rules: not for readers (microsoft365-api.md, X5). */
    RULES("Exchange Administrator", "Exchange Recipient Administrator"),
    ORGANISATION_READ("Exchange Administrator", "Global Reader", "Compliance Administrator"),
    ORGANISATION_WRITE("Exchange Administrator"),
    /** Reports of Defender for Office 365, which readers of security may see too. */
    SECURITY_REPORT("Exchange Administrator", "Global Reader", "Security Administrator", "Security Reader"),
    /** The Tenant Allow/Block List and the quarantine, to look at. */
    PROTECTION_READ(
            "Exchange Administrator",
            "Global Reader",
            "Security Administrator",
            "Security Operator",
            "Security Reader"),
    /** The Tenant Allow/Block List, to change (X25). */
    PROTECTION_WRITE("Exchange Administrator", "Security Administrator", "Security Operator"),
    /** Content searches: role groups of Microsoft Purview decide, and no directory role but the highest (E18). */
    CONTENT_SEARCH();

    private final List<String> roles;

    Access(String... names) {
        roles = Arrays.stream(names)
                .map(name -> DirectoryRoles.findTemplateId(name).orElseThrow())
                .collect(Collectors.toUnmodifiableList());
    }

    private static final String GLOBAL =
            DirectoryRoles.findTemplateId("Global Administrator").orElseThrow();

    /** Whether one of these directory roles (template ids) is enough. */
    boolean suits(Set<String> held) {
        return held.contains(GLOBAL) || roles.stream().anyMatch(held::contains);
    }
}
