package dev.cordon.simulator.devices;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.function.Predicate;

/** Devices and who has them (A16, A17, U10). */
public final class DeviceRoutes implements GraphArea {

    private static final Permit READ = Permit.anyOf("Device.Read.All", "Directory.Read.All", "User.Read.All");
    private static final Permit WRITE = Permit.anyOf("Directory.AccessAsUser.All", "Device.ReadWrite.All")
            .roles("Cloud Device Administrator", "Intune Administrator");
    private static final Permit REGISTER = Permit.delegatedOnly("Directory.AccessAsUser.All");

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                GraphRoute.get("/users/{user}/registeredDevices", READ, "A16", call -> owned(call, "devices")),
                GraphRoute.get("/users/{user}/ownedDevices", READ, "A16", call -> owned(call, "devices")),
                GraphRoute.get("/users/{user}/ownedObjects", READ, "A16", call -> owned(call, "directoryObjects"))
                        .cost(2),
                GraphRoute.get("/devices", READ, "A16", DeviceRoutes::all),
                GraphRoute.get("/devices/{device}", READ, "A16", DeviceRoutes::one),
                GraphRoute.post("/devices", REGISTER, "A16", DeviceRoutes::register),
                GraphRoute.patch("/devices/{device}", WRITE, "A17, U10", DeviceRoutes::change),
                GraphRoute.delete("/devices/{device}", WRITE, "A17", DeviceRoutes::delete)
                        .evidence(Evidence.FROM_MEMORY));
    }

    static JsonObject shape(Device device) {
        var shape = Json.object(
                "id", device.id(),
                "deletedDateTime", null,
                "accountEnabled", device.enabled(),
                "approximateLastSignInDateTime",
                        device.details().has("approximateLastSignInDateTime")
                                ? device.details().get("approximateLastSignInDateTime")
                                : device.registered(),
                "deviceId", device.deviceId(),
                "displayName", device.displayName(),
                "registrationDateTime", device.registered());
        for (var name : List.of(
                "operatingSystem",
                "operatingSystemVersion",
                "trustType",
                "isCompliant",
                "isManaged",
                "manufacturer",
                "model",
                "profileType")) {
            shape.add(name, device.details().get(name));
        }
        return shape;
    }

    private static List<JsonObject> rows(GraphCall call, Predicate<Device> wanted) {
        return call.state().table(Device.TABLE).allVisible(call.now()).stream()
                .filter(wanted)
                .map(DeviceRoutes::shape)
                .toList();
    }

    private static WireResponse owned(GraphCall call, String context) {
        var user = call.user();
        var rows = rows(call, device -> device.ownerId().equals(user.id()));
        rows.forEach(row -> row.addProperty("@odata.type", "#microsoft.graph.device"));
        return Pages.directory(context).answer(call, rows);
    }

    private static WireResponse all(GraphCall call) {
        return Pages.directory("devices").answer(call, rows(call, _ -> true));
    }

    private static WireResponse one(GraphCall call) {
        var id = call.variable("device");
        call.request().trace().target(id);
        var device = call.state()
                .table(Device.TABLE)
                .findVisible(id, call.now())
                .orElseThrow(() -> GraphErrors.notFound(id));
        return call.one("devices/$entity", call.query().project(shape(device), List.of()));
    }

    private static WireResponse register(GraphCall call) {
        var body = call.body();
        var owner = call.token().userId();
        var state = call.state();
        var id = state.chance()
                .guid("registered-device", owner + "", state.events().size());
        var device = new Device(
                id,
                state.chance().guid("device-id", id),
                owner == null ? "" : owner,
                Json.text(body, "displayName")
                        .orElse("DESKTOP-" + state.chance().letters(7, "name", id)),
                true,
                call.now(),
                Json.object(
                        "operatingSystem",
                        Json.text(body, "operatingSystem").orElse("Windows"),
                        "operatingSystemVersion",
                        Json.text(body, "operatingSystemVersion").orElse("10.0.19045"),
                        "trustType",
                        "Workplace",
                        "isCompliant",
                        false,
                        "isManaged",
                        false));
        var by = call.token().actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
        call.request().trace().target(device.ownerId() + "/" + id);
        state.atomically(() -> {
            state.table(Device.TABLE).put(id, device, state.visibleAt(id));
            state.table(Origin.TABLE)
                    .put("device//" + id, new Origin(id, null, ObjectKind.DEVICE, device.ownerId(), by));
            state.record(
                    call.cause(),
                    Activity.REGISTER_DEVICE,
                    "Device",
                    id,
                    device.ownerId(),
                    new JsonObject(),
                    shape(device));
        });
        return call.answer(201, "devices/$entity", shape(device));
    }

    private static WireResponse change(GraphCall call) {
        var id = call.variable("device");
        var device = call.state().table(Device.TABLE).find(id).orElseThrow(() -> GraphErrors.notFound(id));
        call.request().trace().target(device.ownerId() + "/" + id);
        var enabled = Json.bool(call.body(), "accountEnabled")
                .orElseThrow(() -> GraphErrors.badRequest("Only accountEnabled can be changed here."));
        call.state().atomically(() -> {
            call.state()
                    .table(Device.TABLE)
                    .put(id, device.withEnabled(enabled), call.state().visibleAt(id));
            call.state()
                    .record(
                            call.cause(),
                            Activity.UPDATE_DEVICE,
                            "Device",
                            id,
                            device.ownerId(),
                            Json.object("accountEnabled", device.enabled()),
                            Json.object("accountEnabled", enabled));
        });
        return call.noContent();
    }

    private static WireResponse delete(GraphCall call) {
        var id = call.variable("device");
        var device = call.state().table(Device.TABLE).find(id).orElseThrow(() -> GraphErrors.notFound(id));
        call.request().trace().target(device.ownerId() + "/" + id);
        call.state().atomically(() -> {
            call.state().table(Device.TABLE).remove(id, call.state().visibleAt(id));
            call.state()
                    .record(
                            call.cause(),
                            Activity.DELETE_DEVICE,
                            "Device",
                            id,
                            device.ownerId(),
                            shape(device),
                            new JsonObject());
        });
        return call.noContent();
    }
}
