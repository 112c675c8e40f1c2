package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.Devices;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Devices over Graph. */
public record GraphDevices(GraphClient graph) implements Devices {
    private static final String DEVICE = "#microsoft.graph.device";

    @Override
    public Reading<List<Device>> fetchDevices(String objectId) {
        Beside<Reading<List<Optional<Device>>>> owned =
                Beside.start(graph.wire().transport().threads(), () -> devices(objectId, "ownedDevices"));
        return devices(objectId, "registeredDevices").with(owned.join(), GraphDevices::once);
    }

    @Override
    public Receipt disable(Device device) {
        JsonObject body = new JsonObject();
        body.addProperty("accountEnabled", false);
        return graph.change(
                Need.CHANGE_DEVICES,
                "Disable the device " + device.id(),
                "PATCH",
                V1 + "/devices/" + segment(device.id()),
                body.toString(),
                Repeat.IDEMPOTENT);
    }

    private Reading<List<Optional<Device>>> devices(String objectId, String relation) {
        return new Listing<>(
                        graph, Need.READ_DEVICES, "Read the " + relation + " of " + objectId, GraphDevices::findDevice)
                .read(V1 + "/users/" + segment(objectId) + "/" + relation);
    }

    private static List<Device> once(List<Optional<Device>> registered, List<Optional<Device>> owned) {
        Map<String, Device> devices = new LinkedHashMap<>();
        Stream.concat(registered.stream(), owned.stream())
                .flatMap(Optional::stream)
                .forEach(device -> devices.putIfAbsent(device.id(), device));
        return List.copyOf(devices.values());
    }

    /** The relations hold other objects too. */
    private static Optional<Device> findDevice(JsonItem row) {
        return row.find("@odata.type").orElse(DEVICE).equals(DEVICE) ? Optional.of(device(row)) : Optional.empty();
    }

    private static Device device(JsonItem device) {
        return new Device(
                device.text("id"),
                device.textOrEmpty("displayName"),
                device.textOrEmpty("operatingSystem"),
                device.textOrEmpty("trustType"),
                device.findInstant("registrationDateTime"),
                device.isTrue("accountEnabled"),
                device.isTrue("isManaged"),
                device.isTrue("isCompliant"));
    }
}
