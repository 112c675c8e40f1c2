package dev.cordon.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tenants that were added: their names, and where their connection documents lie. The documents themselves are never copied. Safe for
 * many threads and many processes.
 */
public final class KnownTenants {
    private final Database database;

    KnownTenants(Database database) {
        this.database = database;
    }

    /** Adds a tenant, or moves it to another document. Idempotent. */
    public void add(String name, Path document) {
        database.write("Adding the tenant", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO tenants (name, document) VALUES (?, ?)
                    ON CONFLICT (name) DO UPDATE SET document = excluded.document
                    """)) {
                statement.setString(1, name);
                statement.setString(2, document.toAbsolutePath().toString());
                return statement.executeUpdate();
            }
        });
    }

    /** Every tenant's document by name, in the order of the names. */
    public Map<String, Path> all() {
        return database.read("Reading the tenants", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT name, document FROM tenants");
                    ResultSet rows = statement.executeQuery()) {
                Map<String, Path> tenants = new TreeMap<>();
                while (rows.next()) {
                    tenants.put(rows.getString(1), Path.of(rows.getString(2)));
                }
                return tenants;
            }
        });
    }
}
