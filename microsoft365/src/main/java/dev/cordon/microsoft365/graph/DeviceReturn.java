package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Enables devices of the directory again. */
public record DeviceReturn(GraphClient graph) implements Returnable {
    private static final String ENABLED = "accountEnabled";

    @Override
    public boolean reads(String request) {
        return request.startsWith("GET ")
                && (request.contains("/registeredDevices") || request.contains("/ownedDevices"));
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        Map<String, Former> byId = new LinkedHashMap<>();
        Page.items(answers, this::reads).forEach(row -> byId.putIfAbsent(row.textOrEmpty("id"), former(row)));
        return List.copyOf(byId.values());
    }

    private static Former former(JsonItem row) {
        String id = row.textOrEmpty("id");
        return Former.of(
                        id,
                        id,
                        new Fields().with(ENABLED, row.isTrue(ENABLED)).map(),
                        Fields.of(row, "deviceId", "displayName", "operatingSystem", "trustType")
                                .map())
                .whenRemoved(new Fields().with(ENABLED, false).map());
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        JsonObject body = new JsonObject();
        body.addProperty(ENABLED, true);
        return graph.change(
                Need.CHANGE_DEVICES,
                "Enable the device " + former.id() + " again",
                "PATCH",
                V1 + "/devices/" + segment(former.id()),
                body.toString(),
                Repeat.IDEMPOTENT);
    }
}
