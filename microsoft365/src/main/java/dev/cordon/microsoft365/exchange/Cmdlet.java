package dev.cordon.microsoft365.exchange;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Repeat;
import java.util.List;

/**
 * A cmdlet with its parameters, as Microsoft's own module sends it. One thread while it is built.
 *
 * @param name for example {@code Get-InboxRule}
 * @param parameters by name; null sets a value to nothing
 */
record Cmdlet(String name, JsonObject parameters) {
    Cmdlet {
        requireNonNull(name, "name is null");
        requireNonNull(parameters, "parameters is null");
    }

    static Cmdlet named(String name) {
        return new Cmdlet(name, new JsonObject());
    }

    Cmdlet with(String parameter, String value) {
        return adding(parameter, new JsonPrimitive(value));
    }

    Cmdlet with(String parameter, boolean value) {
        return adding(parameter, new JsonPrimitive(value));
    }

    Cmdlet with(String parameter, int value) {
        return adding(parameter, new JsonPrimitive(value));
    }

    Cmdlet with(String parameter, List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return adding(parameter, array);
    }

    /** Puts one value into a parameter that holds many, and leaves the others. */
    Cmdlet including(String parameter, String value) {
        JsonObject table = new JsonObject();
        table.addProperty("@odata.type", "#Exchange.GenericHashTable");
        table.addProperty("add", value);
        return adding(parameter, table);
    }

    /** A parameter as it was read. */
    Cmdlet with(String parameter, JsonElement value) {
        return adding(parameter, value);
    }

    /** Takes one value out of a parameter that holds many, and leaves the others. */
    Cmdlet removing(String parameter, String value) {
        JsonObject table = new JsonObject();
        table.addProperty("@odata.type", "#Exchange.GenericHashTable");
        table.addProperty("remove", value);
        return adding(parameter, table);
    }

    Cmdlet clearing(String parameter) {
        return adding(parameter, JsonNull.INSTANCE);
    }

    private Cmdlet adding(String parameter, JsonElement value) {
        JsonObject more = parameters.deepCopy();
        more.add(parameter, value);
        return new Cmdlet(name, more);
    }

    /** The request's content. */
    String body() {
        JsonObject input = new JsonObject();
        input.addProperty("CmdletName", name);
        input.add("Parameters", parameters);
        JsonObject body = new JsonObject();
        body.add("CmdletInput", input);
        return body.toString();
    }

    /** Whether what it puts out is needed for the next call: folders for what is in them, a page of the audit log for the page after it. */
    boolean leads() {
        return name.equals("Get-MailboxFolderStatistics") || name.equals("Search-UnifiedAuditLog");
    }

    /** What a repeat would do: what makes something makes another one, and a search goes on behind what it gave. */
    Repeat repeat() {
        if (name.startsWith("Search-")) {
            return Repeat.READ_ON;
        }
        if (isRead()) {
            return Repeat.READ;
        }
        return name.startsWith("New-") || name.startsWith("Add-") ? Repeat.ONCE : Repeat.IDEMPOTENT;
    }

    /** The same, carried out without asking back; the cmdlets of the block list never do, and refuse to be told. */
    Cmdlet confirmed() {
        return name.endsWith("-TenantAllowBlockListItems") ? this : with("Confirm", false);
    }

    /** Where it is counted. */
    Bucket bucket() {
        return name.startsWith("Get-MessageTrace") ? Bucket.MESSAGE_TRACE : Bucket.EXCHANGE;
    }

    /** Whether it only reads. */
    boolean isRead() {
        return name.startsWith("Get-") || name.startsWith("Search-");
    }

    @Override
    public String toString() {
        return name + " " + parameters;
    }
}
