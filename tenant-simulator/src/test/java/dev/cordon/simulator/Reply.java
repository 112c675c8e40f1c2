package dev.cordon.simulator;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came back over the wire. */
@SuppressWarnings("ArrayRecordComponent") // the bytes of the answer
public record Reply(int status, HttpHeaders headers, byte[] body, HttpClient.Version version) {

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object. */
    public JsonObject json() {
        return Json.parseObject(body);
    }

    /** The rows of a list. */
    public List<JsonObject> value() {
        var rows = new ArrayList<JsonObject>();
        json().getAsJsonArray("value").forEach(row -> rows.add(row.getAsJsonObject()));
        return rows;
    }

    /** The code of a Graph error. */
    public String errorCode() {
        return json().getAsJsonObject("error").get("code").getAsString();
    }

    /** A header, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
