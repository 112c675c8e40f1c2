package dev.cordon.playbooks.preflight;

import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Directory.Organization;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.RiskyUsers.Risk;
import dev.cordon.tenant.RoleHoldings;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** Reads the pre-flight card: everything at the same time, one round trip deep where the roles allow it. Stateless. */
public final class PreFlightReading {
    private PreFlightReading() {}

    /**
     * Reads the card of {@code account}.
     *
     * @param breakGlass the tenant's break-glass accounts, by UPN or object id
     * @throws dev.cordon.tenant.TenantException when the account itself cannot be read
     * @throws InterruptedException when interrupted
     */
    public static PreFlightCard read(Tenant tenant, Reading<UserAccount> account, Set<String> breakGlass)
            throws InterruptedException {
        UserAccount user = account.value();
        String id = user.objectId();
        try (Together together = new Together()) {
            Future<Caller> caller = together.start(tenant::caller);
            Future<Attempt<Organization>> organization =
                    together.start(() -> Attempt.of(tenant.directory()::fetchOrganization));
            Future<Attempt<RoleHoldings>> roles =
                    together.start(() -> Attempt.of(() -> tenant.directory().fetchRoles(id)));
            Future<Attempt<Boolean>> federated =
                    together.start(() -> Attempt.of(() -> tenant.directory().fetchFederated(user.domain())));
            Future<Attempt<Optional<Mailbox>>> mailbox =
                    together.start(() -> Attempt.of(() -> tenant.mailboxes().fetchMailbox(id)));
            Future<Attempt<Optional<Risk>>> risk =
                    together.start(() -> Attempt.of(() -> tenant.riskyUsers().fetchRisk(id)));
            Future<Attempt<Set<String>>> plans =
                    together.start(() -> Attempt.of(tenant.directory()::fetchServicePlanIds));
            return card(
                    tenant,
                    user,
                    new Beforehand(breakGlass, tenant.operator()),
                    Together.result(caller),
                    Together.result(organization),
                    Together.result(roles),
                    Together.result(federated),
                    Together.result(mailbox),
                    Together.result(risk),
                    Together.result(plans));
        }
    }

    @SuppressWarnings("TooManyParameters") // one argument for each source read at the same time
    private static PreFlightCard card(
            Tenant tenant,
            UserAccount user,
            Beforehand beforehand,
            Caller caller,
            Attempt<Organization> organization,
            Attempt<RoleHoldings> roles,
            Attempt<Boolean> federated,
            Attempt<Optional<Mailbox>> mailbox,
            Attempt<Optional<Risk>> risk,
            Attempt<Set<String>> plans) {
        Set<Circumstance> circumstances =
                PreFlightCard.circumstances(user, caller, beforehand, roles, federated, mailbox);
        if (isLastGlobalAdministrator(tenant, user, roles)) {
            circumstances.add(Circumstance.LAST_GLOBAL_ADMINISTRATOR);
        }
        Optional<String> refusal = refusal(user, caller, roles, circumstances);
        refusal.ifPresent(reason -> circumstances.add(Circumstance.PROTECTED));
        return new PreFlightCard(
                user, caller, organization, roles, federated, mailbox, risk, plans, circumstances, refusal);
    }

    private static boolean isLastGlobalAdministrator(Tenant tenant, UserAccount user, Attempt<RoleHoldings> roles) {
        String globalAdministrator = AdministratorRole.GLOBAL_ADMINISTRATOR.templateId();
        boolean holds = roles.value().stream()
                .flatMap(holdings -> holdings.roles().stream())
                .anyMatch(role -> role.templateId().equalsIgnoreCase(globalAdministrator));
        if (!holds) {
            return false;
        }
        Attempt<Set<String>> holders =
                Attempt.of(() -> tenant.directory().fetchEnabledRoleHolders(globalAdministrator));
        // Who else holds the role being unknown counts as nobody else: locking a tenant out cannot be undone from here.
        return holders.value()
                .map(ids -> ids.stream().allMatch(user.objectId()::equalsIgnoreCase))
                .orElse(true);
    }

    private static Optional<String> refusal(
            UserAccount user, Caller caller, Attempt<RoleHoldings> roles, Set<Circumstance> circumstances) {
        if (circumstances.contains(Circumstance.OPERATOR_HIMSELF)) {
            return Optional.of(himself(caller));
        }
        if (circumstances.contains(Circumstance.LAST_GLOBAL_ADMINISTRATOR)) {
            return Optional.of(
                    "It is the last enabled Global Administrator, or no other could be read: blocking it could lock everybody"
                            + " out. Make sure of a second one (break-glass) first.");
        }
        return roles.value()
                .flatMap(held -> Authority.refusal(caller.roleTemplateIds(), held, user.managementRestricted()));
    }

    private static String himself(Caller caller) {
        return switch (caller.kind()) {
            case ADMINISTRATOR ->
                "The account is the operator's own: revoking it would end this very session, and its own reset is refused."
                        + " Another administrator, or the break-glass account on another device, must act.";
            case APPLICATION ->
                "The account is the operator's own, by what the connection document says: whoever is in it may watch this"
                        + " device, its mailbox and its Teams, and may hold the certificate with which we sign in. Another"
                        + " administrator, or the break-glass account on another device, must act: signed in as himself"
                        + " (--sign-in browser), or by a connection document that names him as operator.";
        };
    }
}
