package dev.cordon.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Users, roles and facts of the tenant.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/user">user</a>
 */
public interface Directory {
    /**
     * The accounts that {@code reference} may mean: an object id, a UPN, a mail address or alias, or a display name, tried in that order;
     * the first kind that finds any wins. Empty when none does, several when it is ambiguous. Permission User.Read.All.
     */
    Reading<List<UserAccount>> findUsers(String reference);

    /** The account, with manager and plans. {@link Failure.Reason#NOT_FOUND} when there is none. */
    Reading<UserAccount> fetchUser(String objectId);

    /** Roles assigned directly, through groups, and eligible ones where the licence shows them. */
    Reading<RoleHoldings> fetchRoles(String objectId);

    /**
     * Takes a role that was assigned directly, or an eligibility, from {@code objectId}. Idempotent; an assignment that is gone is a receipt
     * that says so. {@link Failure.Reason#REFUSED} for a role held through a group, which is taken away with the membership. Permission
     * RoleManagement.ReadWrite.Directory, the role Privileged Role Administrator.
     */
    Receipt removeRole(String objectId, DirectoryRole role);

    /** Object ids of the enabled users who hold the role now, groups resolved. */
    Reading<Set<String>> fetchEnabledRoleHolders(String roleTemplateId);

    /** Whether the domain's passwords live elsewhere. */
    Reading<Boolean> fetchFederated(String domain);

    /** The service plans the tenant has bought and that are usable; feature detection goes by plan id, never by SKU name. */
    Reading<Set<String>> fetchServicePlanIds();

    /** The organisation: names and verified domains. */
    Reading<Organization> fetchOrganization();

    /** Allows or blocks sign-in. Idempotent; repeated by itself. Permission User.EnableDisableAccount.All. */
    Receipt setAccountEnabled(String objectId, boolean enabled);

    /**
     * The tenant.
     *
     * @param tenantId its id
     * @param displayName its name
     * @param domains its verified domains, lower-case
     * @param synchronised whether directory synchronisation is on; empty when never
     */
    record Organization(String tenantId, String displayName, List<String> domains, Optional<Boolean> synchronised) {
        public Organization {
            domains = List.copyOf(domains);
        }
    }
}
