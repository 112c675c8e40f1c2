package dev.cordon.simulator.devices;

import com.google.gson.JsonObject;
import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.Locale;

/** One laptop for every licensed person, and what a scenario plants. */
public final class DevicesFounder implements Founder {

    @Override
    public void found(Tenant tenant) {
        var state = tenant.state();
        state.scenario().persistence().stream()
                .filter(planted -> planted.kind() == ObjectKind.DEVICE)
                .filter(planted -> !Json.bool(planted.object(), "mobile").orElse(false))
                .forEach(planted -> plant(state, planted));
        state.table(User.TABLE).all().stream()
                .filter(user -> user.licensed() && !user.guest() && !hasDevice(state, user))
                .forEach(user -> laptop(state, user));
    }

    private static boolean hasDevice(TenantState state, User user) {
        return state.table(Device.TABLE).all().stream()
                .anyMatch(device -> device.ownerId().equals(user.id()));
    }

    private static void laptop(TenantState state, User user) {
        var id = state.chance().guid("device", user.id());
        var number = state.chance().letters(5, "device-name", user.id()).toUpperCase(Locale.ROOT);
        var details = Json.object(
                "operatingSystem", "Windows",
                "operatingSystemVersion", "10.0.26100.3194",
                "trustType", "AzureAd",
                "isCompliant", true,
                "isManaged", true);
        var registered = user.created().plusSeconds(7_200);
        put(state, id, user.id(), "LT-" + number, true, registered, details);
        state.table(Origin.TABLE)
                .put("device//" + id, new Origin(id, null, ObjectKind.DEVICE, user.id(), Author.LEGITIMATE));
    }

    private static void plant(TenantState state, PlantedObject planted) {
        var owner = planted.owner();
        if (owner == null) {
            return;
        }
        var ownerId = People.id(state.chance(), owner);
        var id = state.chance().guid("planted-device", planted.id());
        put(
                state,
                id,
                ownerId,
                Json.text(planted.object(), "displayName").orElse(planted.id()),
                Json.bool(planted.object(), "accountEnabled").orElse(true),
                planted.created(),
                planted.object());
        state.table(Origin.TABLE)
                .put("device//" + id, new Origin(id, planted.id(), ObjectKind.DEVICE, ownerId, planted.by()));
    }

    private static void put(
            TenantState state,
            String id,
            String ownerId,
            String name,
            boolean enabled,
            Instant registered,
            JsonObject details) {
        var deviceId =
                Json.text(details, "deviceId").orElseGet(() -> state.chance().guid("device-id", id));
        state.table(Device.TABLE).put(id, new Device(id, deviceId, ownerId, name, enabled, registered, details));
    }
}
