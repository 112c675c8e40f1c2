package dev.cordon.simulator.mailbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/**
 * Something of the whole tenant's mail flow: a transport rule, a connector or a remote domain.
 *
 * @param id a GUID
 * @param properties by the cmdlets' names; {@code Name} among them
 */
public record MailFlowObject(String id, ObjectKind kind, Instant created, Instant changed, JsonObject properties) {

    /** All of them, by id. */
    public static final TableKey<MailFlowObject> TABLE = new TableKey<>("mail-flow", MailFlowObject.class);

    /** Copies the properties. */
    public MailFlowObject {
        properties = properties.deepCopy();
    }

    /** Its name. */
    public String name() {
        var name = properties.get("Name");
        return name == null ? id : name.getAsString();
    }

    /** One property; what was never said is what a new object has. */
    public JsonElement property(String name) {
        var value = properties.get(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case "State" -> new JsonPrimitive("Enabled");
            case "Enabled", "AutoForwardEnabled" -> new JsonPrimitive(true);
            default -> JsonNull.INSTANCE;
        };
    }

    /** The same object with some properties changed. */
    public MailFlowObject with(JsonObject changes, Instant at) {
        var more = properties.deepCopy();
        changes.entrySet().forEach(change -> more.add(change.getKey(), change.getValue()));
        return new MailFlowObject(id, kind, created, at, more);
    }

    /** Whether it works: a rule that is enabled, a connector that is enabled, a domain that may be forwarded to. */
    public boolean isActive() {
        return switch (kind) {
            case TRANSPORT_RULE -> !text("State", "Enabled").equals("Disabled");
            case CONNECTOR -> flag("Enabled", true);
            case REMOTE_DOMAIN -> flag("AutoForwardEnabled", true);
            case INBOX_RULE,
                    FORWARDING,
                    DELEGATE,
                    FOLDER_PERMISSION,
                    CALENDAR_PUBLISHING,
                    AUTHENTICATION_METHOD,
                    CONSENT,
                    APP_ROLE_ASSIGNMENT,
                    DEVICE,
                    AUTO_REPLY,
                    ROLE -> false;
        };
    }

    private String text(String name, String absent) {
        var value = properties.get(name);
        return value == null || value.isJsonNull() ? absent : value.getAsString();
    }

    private boolean flag(String name, boolean absent) {
        var value = properties.get(name);
        return (value == null || value.isJsonNull()) ? absent : value.getAsBoolean();
    }
}
