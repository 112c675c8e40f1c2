package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.Devices;
import dev.cordon.tenant.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Devices over Graph. */
public record GraphDevices(GraphClient graph) implements Devices {
    private static final String DEVICE = "#microsoft.graph.device";

    @Override
    public Reading<List<Device>> fetchDevices(String objectId) {
        Beside<Reading<List<JsonItem>>> owned =
                Beside.start(graph.wire().transport().threads(), () -> devices(objectId, "ownedDevices"));
        return devices(objectId, "registeredDevices").with(owned.join(), GraphDevices::once);
    }

    private Reading<List<JsonItem>> devices(String objectId, String relation) {
        return new Listing(graph, Need.READ_DEVICES, "Read the " + relation + " of " + objectId)
                .read(V1 + "/users/" + segment(objectId) + "/" + relation);
    }

    private static List<Device> once(List<JsonItem> registered, List<JsonItem> owned) {
        Map<String, Device> devices = new LinkedHashMap<>();
        Stream.concat(registered.stream(), owned.stream())
                .filter(each -> each.find("@odata.type").orElse(DEVICE).equals(DEVICE))
                .forEach(each -> devices.putIfAbsent(each.text("id"), device(each)));
        return List.copyOf(devices.values());
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
