package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the accounts that several names mean: all of them or none, so that nothing is begun on a mistake. Reads only. */
public final class FindAccounts {
    private final Workspace workspace;

    public FindAccounts(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The accounts, each once, in the order in which they were first named.
     *
     * @param references how the operator named them
     * @throws RequestRefusedException naming every reference that means no account, or more than one
     * @throws dev.cordon.tenant.TenantException when the tenant cannot be reached or refuses
     */
    public List<Account> find(String tenant, SignIn signIn, List<String> references) {
        try (Tenant connected = new Tenants(workspace).connect(tenant, signIn)) {
            return in(connected, references).stream()
                    .map(reading -> account(reading.value()))
                    .toList();
        }
    }

    static Account account(UserAccount user) {
        return new Account(user.objectId(), user.userPrincipalName(), user.displayName());
    }

    /** The same in a tenant that is connected already. */
    static List<Reading<UserAccount>> in(Tenant tenant, List<String> references) {
        Map<String, Reading<UserAccount>> accounts = new LinkedHashMap<>();
        List<RequestRefusedException> refused = new ArrayList<>();
        for (String reference : references) {
            try {
                Reading<UserAccount> user = ResolveUser.resolve(tenant.in(Lane.CONTAINMENT), reference);
                accounts.putIfAbsent(user.value().objectId(), user);
            } catch (RequestRefusedException e) {
                refused.add(e);
            }
        }
        return switch (refused.size()) {
            case 0 -> List.copyOf(accounts.values());
            case 1 -> throw refused.getFirst();
            default -> throw together(refused);
        };
    }

    private static RequestRefusedException together(List<RequestRefusedException> refused) {
        return new RequestRefusedException(
                refused.getFirst().reason(),
                String.join(
                        " ",
                        refused.stream()
                                .map(RequestRefusedException::getMessage)
                                .toList()),
                "Name each by its UPN or object id; nothing was changed.",
                refused.stream().flatMap(each -> each.candidates().stream()).toList());
    }
}
