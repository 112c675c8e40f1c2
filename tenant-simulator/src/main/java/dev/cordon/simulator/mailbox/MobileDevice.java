package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/** A telephone that synchronises a mailbox. {@code details} has Get-MobileDevice's names. */
public record MobileDevice(String id, String ownerId, Instant created, JsonObject details) {

    /** All of them, by id. */
    public static final TableKey<MobileDevice> TABLE = new TableKey<>("mobile-devices", MobileDevice.class);

    /** Copies the details. */
    public MobileDevice {
        details = details.deepCopy();
    }
}
