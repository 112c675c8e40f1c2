package dev.cordon.simulator.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named person (or guest, or service account). {@code password} is absent when the simulator may draw one; {@code
 * synchronised} absent means: as the organisation is. Without {@code createdBy} the operator made the account.
 */
public record Person(
        String upn,
        @Nullable String displayName,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable String manager,
        boolean suspect,
        boolean breakGlass,
        boolean enabled,
        UserType userType,
        @Nullable Boolean synchronised,
        boolean licensed,
        @Nullable String password,
        @Nullable Instant passwordChanged,
        @Nullable String mobilePhone,
        List<String> aliases,
        @Nullable Instant created,
        @Nullable String createdBy,
        List<Away> away,
        List<RoleHolding> roles) {

    /** Refuses a UPN without a domain. */
    public Person {
        if (upn.indexOf('@') <= 0 || upn.endsWith("@")) {
            throw new IllegalArgumentException("upn must look like name@domain, but is '" + upn + "'");
        }
        aliases = List.copyOf(aliases);
        away = List.copyOf(away);
        roles = List.copyOf(roles);
    }

    /** From when to when he works somewhere else. */
    public record Away(
            Instant from,
            Instant to,
            String ip,
            String country,
            @Nullable String city) {
        /** Refuses a journey that ends before it begins. */
        public Away {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("away has to end after it begins");
            }
        }
    }

    @Override
    public String toString() {
        return "Person[" + upn + "]";
    }

    /** Member of this tenant, or guest from another. */
    public enum UserType {
        MEMBER,
        GUEST
    }
}
