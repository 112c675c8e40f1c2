package dev.cordon.response;

import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a tenant's list of break-glass accounts is to change.
 *
 * @param added accounts to be listed, as an operator names them
 * @param struck object ids to be taken from the list; the accounts need not be there any more
 */
public record BreakGlassList(List<String> added, List<String> struck) {
    /** The list as it is. */
    public static final BreakGlassList UNCHANGED = new BreakGlassList(List.of(), List.of());

    public BreakGlassList {
        added = List.copyOf(added);
        struck = List.copyOf(struck);
    }

    /** Whether the tenant must be asked who is meant. */
    boolean needsTenant() {
        return !added.isEmpty();
    }

    /** The list without what is struck from it. */
    Set<String> struckFrom(Set<String> listed) {
        Set<String> left = new TreeSet<>(listed);
        for (String id : struck) {
            if (!left.remove(id.strip().toLowerCase(Locale.ROOT))) {
                throw new RequestRefusedException(
                        Reason.UNKNOWN_USER,
                        "'" + id
                                + "' is on this tenant's list of break-glass accounts under no such object id. Nothing was"
                                + " changed.",
                        "'cordon tenant list' shows who is listed.",
                        Nearest.of(id, listed));
            }
        }
        return left;
    }

    /** Object ids of those to be listed, lower-case. */
    Set<String> resolved(Tenant tenant) {
        Set<String> ids = new TreeSet<>();
        FindAccounts.in(tenant, added)
                .forEach(found -> ids.add(found.value().objectId().toLowerCase(Locale.ROOT)));
        return ids;
    }
}
