package dev.cordon.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** The documents of {@code tenant add}, {@code tenant list} and {@code tenant check}. */
public final class TenantsDocument {
    private TenantsDocument() {}

    /** One tenant as it is known. */
    public static JsonObject tenant(String name, String tenantId, String domain, String connection) {
        var tenant = new JsonObject();
        tenant.addProperty("name", name);
        tenant.addProperty("tenantId", tenantId);
        tenant.addProperty("domain", domain);
        tenant.addProperty("connection", connection);
        return tenant;
    }

    /** One thing that was tried. */
    public static JsonObject check(String id, boolean ok, String detail, String remedy) {
        var check = new JsonObject();
        check.addProperty("id", id);
        check.addProperty("ok", ok);
        check.addProperty("detail", detail);
        check.addProperty("remedy", remedy);
        return check;
    }

    /** The document of a list under its key. */
    public static <T> JsonObject list(String key, List<T> values, Function<T, JsonElement> element) {
        var document = new JsonObject();
        document.add(key, Members.array(values, element));
        return document;
    }
}
