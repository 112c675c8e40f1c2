package dev.cordon.response;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The tenants this data folder knows: a name, and where the connection document lies. Never its content. */
public interface TenantRegister {
    /** Adds a tenant, or points a known name at another document. */
    void put(String name, Path connectionDocument);

    /** Lists the tenant's break-glass accounts, in place of those listed before. */
    void listBreakGlass(String name, Set<String> objectIds);

    /** Object ids of the tenant's break-glass accounts, lower-case; empty where none was listed or the tenant is not known. */
    Set<String> breakGlass(String name);

    /** Name to absolute path of the connection document, ordered by name. */
    Map<String, Path> all();
}
