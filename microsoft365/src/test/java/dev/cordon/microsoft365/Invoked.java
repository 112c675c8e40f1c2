package dev.cordon.microsoft365;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A cmdlet as it came over the wire, and answers to it. */
record Invoked(String name, JsonObject parameters) {
    static Invoked of(Asked request) {
        JsonObject input =
                JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonObject("CmdletInput");
        return new Invoked(input.get("CmdletName").getAsString(), input.getAsJsonObject("Parameters"));
    }

    Optional<String> find(String parameter) {
        JsonElement value = parameters.get(parameter);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of((value instanceof JsonArray array ? array.get(0) : value).getAsString());
    }

    String text(String parameter) {
        return find(parameter).orElseThrow(() -> new AssertionError(name + " without " + parameter));
    }

    int number(String parameter) {
        return parameters.get(parameter).getAsInt();
    }

    Instant time(String parameter) {
        return OffsetDateTime.parse(text(parameter)).toInstant();
    }

    static Reply rows(List<JsonObject> rows, String... warnings) {
        JsonArray values = new JsonArray();
        rows.forEach(values::add);
        JsonArray said = new JsonArray();
        List.of(warnings).forEach(said::add);
        JsonObject body = new JsonObject();
        body.add("@adminapi.warnings", said);
        body.add("value", values);
        return Reply.json(body.toString());
    }

    static Reply nothing() {
        return rows(List.of());
    }

    static Reply notFound() {
        return error(
                404,
                "NotFound",
                "Ex1|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|It is not there.");
    }

    static Reply refused(String message) {
        return error(400, "BadRequest", "Ex2|System.InvalidOperationException|" + message);
    }

    private static Reply error(int status, String code, String message) {
        JsonObject detail = new JsonObject();
        detail.addProperty("code", "Context");
        detail.addProperty("message", message);
        JsonArray details = new JsonArray();
        details.add(detail);
        JsonObject error = new JsonObject();
        error.addProperty("code", code);
        error.addProperty("message", "Error executing cmdlet");
        error.add("details", details);
        JsonObject body = new JsonObject();
        body.add("error", error);
        return Reply.json(body.toString()).with(status);
    }
}
