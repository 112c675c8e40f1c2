package dev.cordon.simulator.directory;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups every organisation has: everybody, and one for each department. None is assignable to roles. */
final class Groups {

    private static final String EVERYBODY = "All Company";

    private final TenantState state;

    Groups(TenantState state) {
        this.state = state;
    }

    /** All groups, by id. */
    Map<String, JsonObject> all() {
        var groups = new LinkedHashMap<String, JsonObject>();
        put(groups, EVERYBODY);
        state.table(User.TABLE).all().stream()
                .flatMap(user -> Optional.ofNullable(user.department()).stream())
                .distinct()
                .sorted()
                .forEach(department -> put(groups, department));
        return groups;
    }

    /** The groups somebody is in. */
    List<JsonObject> of(User user) {
        var groups = new ArrayList<JsonObject>();
        if (!user.guest()) {
            groups.add(shown(EVERYBODY));
            Optional.ofNullable(user.department()).ifPresent(department -> groups.add(shown(department)));
        }
        return groups;
    }

    /** Who is in the group of that name. */
    boolean holds(String name, User user) {
        return !user.guest() && (name.equals(EVERYBODY) || name.equals(user.department()));
    }

    private void put(Map<String, JsonObject> groups, String name) {
        JsonObject group = shown(name);
        groups.put(group.get("id").getAsString(), group);
    }

    private JsonObject shown(String name) {
        return Json.object(
                "@odata.type",
                "#microsoft.graph.group",
                "id",
                state.chance().guid("group", name),
                "deletedDateTime",
                null,
                "createdDateTime",
                state.scenario().start().minus(Duration.ofDays(900)),
                "description",
                name,
                "displayName",
                name,
                "groupTypes",
                new JsonArray(),
                "isAssignableToRole",
                null,
                "mailEnabled",
                false,
                "mailNickname",
                name.replaceAll("[^A-Za-z0-9]", ""),
                "securityEnabled",
                true,
                "visibility",
                null);
    }
}
