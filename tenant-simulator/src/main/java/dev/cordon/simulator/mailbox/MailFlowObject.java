package dev.cordon.simulator.mailbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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

    /** The same object with one property changed. */
    public MailFlowObject with(String name, JsonElement value, Instant at) {
        var more = properties.deepCopy();
        more.add(name, value);
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
