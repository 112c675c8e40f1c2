package dev.cordon.simulator.scenario;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** The organisation whose tenant is simulated. {@code generatedUsers} people are drawn from the seed beside the named ones. */
public record Organisation(
        String name,
        List<Domain> domains,
        Hybrid hybrid,
        ZoneId timeZone,
        List<Licence> licences,
        Policies policies,
        int generatedUsers) {

    /** Refuses an organisation without exactly one default domain. */
    public Organisation {
        Objects.requireNonNull(timeZone, "timeZone");
        domains = List.copyOf(domains);
        licences = List.copyOf(licences);
        if (domains.stream().filter(Domain::isDefault).count() != 1) {
            throw new IllegalArgumentException("organisation.domains needs exactly one domain with default: true");
        }
        if (generatedUsers < 0 || generatedUsers > 20_000) {
            throw new IllegalArgumentException("organisation.generatedUsers must lie between 0 and 20000");
        }
    }

    /** The name of the default domain. */
    public String defaultDomain() {
        return domains.stream()
                .filter(Domain::isDefault)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** One verified domain. */
    public record Domain(String name, boolean isDefault, DomainAuthentication authentication) {
        /** Refuses a blank name. */
        public Domain {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a domain needs a name");
            }
        }
    }

    /** Who checks the passwords of a domain. */
    public enum DomainAuthentication {
        MANAGED,
        FEDERATED
    }

    /** Whether people come from an on-premises directory, and whether passwords are written back to it. */
    public enum Hybrid {
        NONE,
        HASH_SYNC,
        WRITE_BACK
    }

    /** What the organisation has bought. */
    public enum Licence {
        E3("E3"),
        E3_MDO_P1("E3-MDO-P1"),
        E5("E5");

        private final String word;

        Licence(String word) {
            this.word = word;
        }

        /** The word the scenario file uses. */
        public String word() {
            return word;
        }
    }

    /** Tenant-wide switches that change what a response can do. */
    public record Policies(
            boolean continuousAccessEvaluation,
            boolean temporaryAccessPass,
            boolean externalForwarding,
            boolean userConsent,
            boolean unifiedAuditLog) {}
}
