package dev.cordon.simulator.mailbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TableKey;

/**
 * How one calendar is published. Every calendar of a mailbox is published, or not, on its own.
 *
 * @param folderId the id of its folder
 * @param settings by the names the cmdlets use
 */
public record CalendarFolder(String folderId, String ownerId, JsonObject settings) {

    /** Those that somebody touched, by folder id. */
    public static final TableKey<CalendarFolder> TABLE = new TableKey<>("calendar-folders", CalendarFolder.class);

    /** Copies the settings. */
    public CalendarFolder {
        settings = settings.deepCopy();
    }

    /** A calendar nobody has touched. */
    static CalendarFolder untouched(MailFolder folder) {
        return new CalendarFolder(
                folder.id(), folder.ownerId(), Json.object("PublishEnabled", false, "DetailLevel", "AvailabilityOnly"));
    }

    /** One setting; JSON null if it was never set. */
    public JsonElement setting(String name) {
        var value = settings.get(name);
        return value == null ? JsonNull.INSTANCE : value;
    }

    /** Whether whoever has the address can read it. */
    public boolean isPublished() {
        return Json.bool(settings, "PublishEnabled").orElse(false);
    }

    /** The same calendar with one setting changed. */
    CalendarFolder with(String name, JsonElement value) {
        var changed = settings.deepCopy();
        changed.add(name, value);
        return new CalendarFolder(folderId, ownerId, changed);
    }
}
