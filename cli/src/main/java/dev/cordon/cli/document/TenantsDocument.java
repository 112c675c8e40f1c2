package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.incident.Word;
import java.util.List;

/** The documents of {@code tenant add}, {@code tenant list} and {@code tenant check}. */
public final class TenantsDocument {
    private TenantsDocument() {}

    /** One tenant as it is known. */
    public static JsonObject of(KnownTenant known) {
        var tenant = new JsonObject();
        tenant.addProperty("name", known.name());
        tenant.addProperty("connection", known.connection().toString());
        tenant.add("breakGlass", Members.texts(known.breakGlass()));
        return tenant;
    }

    /** Every tenant. */
    public static JsonObject of(List<KnownTenant> tenants) {
        var document = new JsonObject();
        document.add("tenants", Members.array(tenants, TenantsDocument::of));
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
        document.add("breakGlass", Members.array(check.breakGlass(), TenantsDocument::of));
        document.add("at", Members.time(check.at()));
        return document;
    }

    private static JsonObject of(TenantCheck.BreakGlass account) {
        var row = new JsonObject();
        row.addProperty("objectId", account.objectId());
        row.addProperty("upn", account.upn().orElse(null));
        row.addProperty("standing", Word.of(account.standing()));
        return row;
    }
}
