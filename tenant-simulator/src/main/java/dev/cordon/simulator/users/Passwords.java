package dev.cordon.simulator.users;

import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.scenario.Organisation;
import dev.cordon.simulator.scenario.Organisation.DomainAuthentication;
import dev.cordon.simulator.scenario.Organisation.Hybrid;
import dev.cordon.simulator.state.User;
import java.util.Locale;
import java.util.stream.Stream;

/** What is a password here, and for whom the directory keeps one. */
public final class Passwords {

    private Passwords() {}

    /** At least eight characters of three kinds, as the directory's default policy asks. */
    public static boolean isComplex(String password) {
        long kinds = Stream.of(".*[a-z].*", ".*[A-Z].*", ".*[0-9].*", ".*[^A-Za-z0-9].*")
                .filter(password::matches)
                .count();
        return password.length() >= 8 && password.length() <= 256 && kinds >= 3;
    }

    /** Whether an on-premises directory masters the account. */
    public static boolean isMasteredOnPremises(User user, Tenant tenant) {
        return user.synchronised() && organisation(tenant).hybrid() != Hybrid.NONE;
    }

    /** Whether somebody else checks the passwords of the account's domain. */
    public static boolean isFederated(User user, Tenant tenant) {
        String name = user.userPrincipalName().toLowerCase(Locale.ROOT);
        return organisation(tenant).domains().stream()
                .anyMatch(domain -> domain.authentication() == DomainAuthentication.FEDERATED
                        && name.endsWith("@" + domain.name().toLowerCase(Locale.ROOT)));
    }

    static void checkMastered(User user, Tenant tenant) {
        if (isMasteredOnPremises(user, tenant)) {
            throw UserErrors.masteredOnPremises();
        }
        if (isFederated(user, tenant)) {
            throw UserErrors.federated();
        }
    }

    private static Organisation organisation(Tenant tenant) {
        return tenant.state().scenario().organisation();
    }
}
