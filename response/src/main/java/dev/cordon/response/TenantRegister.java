package dev.cordon.response;

import java.nio.file.Path;
import java.util.Map;

/** The tenants this data folder knows: a name, and where the connection document lies. Never its content. */
public interface TenantRegister {
    /** Adds a tenant, or points a known name at another document. */
    void put(String name, Path connectionDocument);

    /** Name to absolute path of the connection document, ordered by name. */
    Map<String, Path> all();
}
