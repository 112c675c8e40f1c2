package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import java.nio.file.Path;
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
    public static JsonObject checked(TenantCheck check) {
        var document = new JsonObject();
        document.addProperty("name", check.name());
        document.addProperty("tenantId", check.tenantId());
        document.addProperty("displayName", check.displayName());
        document.addProperty("caller", check.caller());
        document.add("permissions", Members.texts(check.permissions()));
        document.add("missing", Members.texts(check.missing()));
        document.add("at", Members.time(check.at()));
        return document;
    }
}
