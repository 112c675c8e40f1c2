package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The documents of {@code tenant add}, {@code tenant list} and {@code tenant check}. */
public final class TenantsDocument {
    private TenantsDocument() {}

    /** One tenant as it is known. */
    public static JsonObject of(String name, Path connection) {
        var tenant = new JsonObject();
        tenant.addProperty("name", name);
        tenant.addProperty("connection", connection.toString());
        return tenant;
    }

    /** Every tenant; name to connection document. */
    public static JsonObject of(Map<String, Path> tenants) {
        var document = new JsonObject();
        document.add("tenants", Members.array(tenants.entrySet(), tenant -> of(tenant.getKey(), tenant.getValue())));
        return document;
    }

    /** A tenant that answered. */
    public static JsonObject checked(
            String name,
            String tenantId,
            String displayName,
            String caller,
            List<String> permissions,
            List<String> missing,
            Instant at) {
        var document = new JsonObject();
        document.addProperty("name", name);
        document.addProperty("tenantId", tenantId);
        document.addProperty("displayName", displayName);
        document.addProperty("caller", caller);
        document.add("permissions", Members.texts(permissions));
        document.add("missing", Members.texts(missing));
        document.add("at", Members.time(at));
        return document;
    }
}
