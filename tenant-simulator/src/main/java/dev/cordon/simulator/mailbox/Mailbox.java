package dev.cordon.simulator.mailbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/**
 * A mailbox and its settings.
 *
 * @param ownerId object id of the account
 * @param guid Exchange's own id
 * @param address primary SMTP address
 * @param changed when a setting or somebody's right over the whole of it last changed, tenant time
 * @param settings by the names the cmdlets use, of Get-Mailbox and Get-CASMailbox together
 */
public record Mailbox(
        String ownerId,
        String guid,
        String address,
        PlannedMailbox.Type type,
        Instant created,
        Instant changed,
        JsonObject settings) {

    /** All mailboxes, by owner's object id. */
    public static final TableKey<Mailbox> TABLE = new TableKey<>("mailboxes", Mailbox.class);

    /** Copies the settings. */
    public Mailbox {
        settings = settings.deepCopy();
    }

    /** One setting; JSON null if it was never set. */
    public JsonElement setting(String name) {
        var value = settings.get(name);
        return value == null ? JsonNull.INSTANCE : value;
    }

    /** The same mailbox with one setting changed. */
    public Mailbox with(String name, JsonElement value, Instant at) {
        var changedSettings = settings.deepCopy();
        changedSettings.add(name, value);
        return new Mailbox(ownerId, guid, address, type, created, changed, changedSettings).changedAt(at);
    }

    /** The same mailbox, changed at that time or later. */
    public Mailbox changedAt(Instant at) {
        return at.isAfter(changed) ? new Mailbox(ownerId, guid, address, type, created, at, settings) : this;
    }
}
