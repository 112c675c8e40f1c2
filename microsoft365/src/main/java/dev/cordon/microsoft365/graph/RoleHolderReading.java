package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads who holds a role now and may sign in, groups resolved. */
record RoleHolderReading(GraphClient graph, String roleTemplateId) {
    private static final String USER_FIELDS = "?$select=id,accountEnabled";

    Reading<Set<String>> read() {
        Reading<List<JsonItem>> assignments = new Listing(
                        graph, Need.READ_ROLES, "Read who holds the role " + roleTemplateId)
                .read(V1 + "/roleManagement/directory/roleAssignments?$filter="
                        + option("roleDefinitionId eq " + quoted(roleTemplateId)));
        List<Supplier<Reading<Set<String>>>> reads = assignments.value().stream()
                .filter(row -> row.find("directoryScopeId").orElse("/").equals("/"))
                .map(row -> row.text("principalId"))
                .distinct()
                .<Supplier<Reading<Set<String>>>>map(principalId -> () -> holders(principalId))
                .toList();
        Reading<Set<String>> holders = assignments.map(rows -> Set.of());
        for (Reading<Set<String>> more : Beside.all(graph.wire().transport().threads(), reads)) {
            holders = holders.with(more, RoleHolderReading::joined);
        }
        return holders;
    }

    private Reading<Set<String>> holders(String principalId) {
        Reading<Optional<JsonItem>> user = graph.find(
                        Need.READ_USERS,
                        "Read the role holder " + principalId,
                        V1 + "/users/" + segment(principalId) + USER_FIELDS)
                .reading();
        if (user.value().isPresent()) {
            return user.map(found -> enabled(found.stream()));
        }
        return group(principalId)
                .map(members -> members.<Set<String>>map(found -> enabled(found.stream()))
                        .orElse(Set.of()));
    }

    private Reading<Optional<List<JsonItem>>> group(String principalId) {
        Sent<Optional<JsonItem>> first = graph.find(
                Need.READ_DIRECTORY,
                "Read the group " + principalId,
                V1 + "/groups/" + segment(principalId) + "?$select=id");
        if (first.value().isEmpty()) {
            return first.reading().map(none -> Optional.empty());
        }
        Reading<List<JsonItem>> members = new Listing(
                        graph, Need.READ_DIRECTORY, "Read the members of the group " + principalId)
                .read(V1 + "/groups/" + segment(principalId) + "/transitiveMembers/microsoft.graph.user" + USER_FIELDS);
        return first.reading().with(members, (group, all) -> Optional.of(all));
    }

    private static Set<String> enabled(Stream<JsonItem> users) {
        return users.filter(user -> user.isTrue("accountEnabled"))
                .map(user -> user.text("id"))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
