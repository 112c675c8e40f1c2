package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TableKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A telephone that synchronises a mailbox. {@code details} has the scenario's names, and what was asked of it later. */
public record MobileDevice(String id, String ownerId, Instant created, JsonObject details) {

    /** All of them, by id. */
    public static final TableKey<MobileDevice> TABLE = new TableKey<>("mobile-devices", MobileDevice.class);

    /** How long a telephone takes to hear of a wipe; from memory. */
    private static final Duration HEARS_AFTER = Duration.ofMinutes(2);

    private static final String REQUESTED = "wipeRequested";
    private static final String ACCOUNT_ONLY = "wipeAccountOnly";

    /** Copies the details. */
    public MobileDevice {
        details = details.deepCopy();
    }

    /** The same telephone, told to wipe itself, or the account alone. */
    public MobileDevice withWipe(Instant at, boolean accountOnly) {
        var more = details.deepCopy();
        more.addProperty(REQUESTED, at.toString());
        more.addProperty(ACCOUNT_ONLY, accountOnly);
        return new MobileDevice(id, ownerId, created, more);
    }

    /** The same telephone, no longer told to wipe itself. */
    public MobileDevice withoutWipe() {
        var fewer = details.deepCopy();
        fewer.remove(REQUESTED);
        fewer.remove(ACCOUNT_ONLY);
        return new MobileDevice(id, ownerId, created, fewer);
    }

    /** When it was told. */
    public Optional<Instant> wipeRequested() {
        return Json.text(details, REQUESTED).map(Instant::parse);
    }

    /** When it answers. */
    public Optional<Instant> wipeAnswered() {
        return wipeRequested().map(at -> at.plus(HEARS_AFTER));
    }

    /** Whether only the account is wiped. */
    public boolean isAccountOnly() {
        return Json.bool(details, ACCOUNT_ONLY).orElse(false);
    }

    /** Whether the mail is gone from it, and it gets no more. */
    public boolean wiped(Instant now) {
        return wipeAnswered().filter(at -> !at.isAfter(now)).isPresent();
    }
}
