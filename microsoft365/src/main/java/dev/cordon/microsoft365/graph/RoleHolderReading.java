package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who holds a role now and may sign in, groups resolved. */
record RoleHolderReading(GraphClient graph, String roleTemplateId) {
    private static final String USER_FIELDS = "?$select=id,accountEnabled";

    Reading<Set<String>> read() {
        Reading<List<Optional<String>>> principals = new Listing<>(
                        graph,
                        Need.READ_ROLES,
                        "Read who holds the role " + roleTemplateId,
                        RoleHolderReading::tenantWidePrincipal)
                .read(V1 + "/roleManagement/directory/roleAssignments?$filter="
                        + option("roleDefinitionId eq " + quoted(roleTemplateId)));
        List<Supplier<Reading<Set<String>>>> reads = principals.value().stream()
                .flatMap(Optional::stream)
                .distinct()
                .<Supplier<Reading<Set<String>>>>map(principalId -> () -> holders(principalId))
                .toList();
        Reading<Set<String>> holders = principals.map(rows -> Set.of());
        for (Reading<Set<String>> more : Beside.all(graph.wire().transport().threads(), reads)) {
            holders = holders.with(more, RoleHolderReading::joined);
        }
        return holders;
    }

    private static Optional<String> tenantWidePrincipal(JsonItem row) {
        return row.find("directoryScopeId").orElse("/").equals("/")
                ? Optional.of(row.text("principalId"))
                : Optional.empty();
    }

    private Reading<Set<String>> holders(String principalId) {
        Reading<Optional<Set<String>>> user = graph.find(
                        Need.READ_USERS,
                        "Read the role holder " + principalId,
                        V1 + "/users/" + segment(principalId) + USER_FIELDS,
                        RoleHolderReading::enabled)
                .reading();
        if (user.value().isPresent()) {
            return user.map(Optional::orElseThrow);
        }
        try {
            return user.with(members(principalId), (none, members) -> members);
        } catch (TenantException e) {
            Completeness why = new Completeness.Incomplete(
                    "The role holder " + principalId + " is no user and could not be resolved as a group ("
                            + e.failure().reason().inWords() + ").");
            return new Reading<>(Set.of(), why, user.readAt(), user.answers());
        }
    }

    private Reading<Set<String>> members(String groupId) {
        return new Listing<>(
                        graph,
                        Need.READ_DIRECTORY,
                        "Read the members of the group " + groupId,
                        RoleHolderReading::enabled)
                .read(V1 + "/groups/" + segment(groupId) + "/transitiveMembers/microsoft.graph.user" + USER_FIELDS)
                .map(members -> members.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> enabled(JsonItem user) {
        return user.isTrue("accountEnabled") ? Set.of(user.text("id")) : Set.of();
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
