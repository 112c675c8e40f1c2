package dev.cordon.simulator.devices;

import com.google.gson.JsonObject;
import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/** A device in the directory, registered and owned by one person. {@code details} has the members Graph shows. */
public record Device(
        String id,
        String deviceId,
        String ownerId,
        String displayName,
        boolean enabled,
        Instant registered,
        JsonObject details) {

    /** All of them, by object id. */
    public static final TableKey<Device> TABLE = new TableKey<>("devices", Device.class);

    /** Copies the details. */
    public Device {
        details = details.deepCopy();
    }

    /** The same device, enabled or not. */
    public Device withEnabled(boolean on) {
        return new Device(id, deviceId, ownerId, displayName, on, registered, details);
    }
}
