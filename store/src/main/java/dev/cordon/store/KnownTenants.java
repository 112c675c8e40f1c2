package dev.cordon.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tenants that were added: their names, where their connection documents lie, and their break-glass accounts. The documents themselves are never copied. Safe for
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

    /** Lists the tenant's break-glass accounts, in place of those listed before. Idempotent. */
    public void listBreakGlass(String name, Set<String> objectIds) {
        database.write("Listing the break-glass accounts", connection -> {
            try (PreparedStatement delete =
                            connection.prepareStatement("DELETE FROM break_glass_accounts WHERE tenant = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO break_glass_accounts (tenant, object_id) VALUES (?, ?)")) {
                delete.setString(1, name);
                delete.executeUpdate();
                for (String objectId : new TreeSet<>(objectIds)) {
                    insert.setString(1, name);
                    insert.setString(2, objectId);
                    insert.executeUpdate();
                }
                return objectIds.size();
            }
        });
    }

    /** Object ids of the tenant's break-glass accounts, in order. */
    public Set<String> breakGlass(String name) {
        return database.read("Reading the break-glass accounts", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT object_id FROM break_glass_accounts WHERE tenant = ?")) {
                statement.setString(1, name);
                try (ResultSet rows = statement.executeQuery()) {
                    Set<String> objectIds = new TreeSet<>();
                    while (rows.next()) {
                        objectIds.add(rows.getString(1));
                    }
                    return objectIds;
                }
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
