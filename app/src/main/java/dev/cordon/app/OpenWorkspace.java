package dev.cordon.app;

import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.response.TenantRegister;
import dev.cordon.response.Workspace;
import dev.cordon.store.KnownTenants;
import dev.cordon.store.Passphrases;
import dev.cordon.store.Store;
import dev.cordon.store.StoreLocation;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A store that is open, with the way to its tenants.
 *
 * @param location where it lies
 * @param store what is kept there
 * @param workspace the same, as the use cases see it
 */
record OpenWorkspace(StoreLocation location, Store store, Workspace workspace) implements AutoCloseable {

    /**
     * Opens a store, creating what is missing.
     *
     * @param instructions told what a person must do elsewhere to sign in
     */
    static OpenWorkspace at(StoreLocation location, InstantSource wallTime, Consumer<String> instructions) {
        return at(location, wallTime, Passphrases.none(), instructions);
    }

    /** The same, where the vault may be encrypted. */
    static OpenWorkspace at(
            StoreLocation location, InstantSource wallTime, Passphrases passphrases, Consumer<String> instructions) {
        return over(location, Store.open(location, wallTime, passphrases), wallTime, instructions);
    }

    /** Opens a store to read it, also one that cannot be written. */
    static OpenWorkspace toRead(
            StoreLocation location, InstantSource wallTime, Passphrases passphrases, Consumer<String> instructions) {
        return over(location, Store.openToRead(location, wallTime, passphrases), wallTime, instructions);
    }

    /** The same once an encrypted vault is open: nothing is asked of a tenant, and nothing recorded, before that. */
    OpenWorkspace withOpenVault() {
        boolean opened = false;
        try {
            openVault();
            opened = true;
            return this;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /** Asks for the passphrase of an encrypted vault; nothing where it is open or not encrypted. */
    void openVault() {
        if (store.encryption().isEncrypted()) {
            store.encryption().open();
        }
    }

    private static OpenWorkspace over(
            StoreLocation location, Store store, InstantSource wallTime, Consumer<String> instructions) {
        ProgramLog.isIn(location.folder());
        var workspace = new Workspace(
                store.journal(),
                store.vault(),
                store.custody(),
                store.retention(),
                store.records(),
                store.collections(),
                store.runs(),
                store.rechecks(),
                store.verifier(),
                store.chains(),
                new StoredTenants(store.tenants()),
                new Microsoft365Connector(instructions, page -> instructions.accept("Sign in at: " + page), wallTime),
                location.folder().resolve("reports"),
                wallTime,
                new SecureRandom(),
                ProcessHandle.current().pid() + "@" + machine());
        return new OpenWorkspace(location, store, workspace);
    }

    @Override
    public void close() {
        store.close();
    }

    private static String machine() {
        Map<String, String> environment = System.getenv();
        return environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", "this-machine"));
    }

    private record StoredTenants(KnownTenants tenants) implements TenantRegister {
        @Override
        public void put(String name, Path connectionDocument) {
            tenants.add(name, connectionDocument);
        }

        @Override
        public void listBreakGlass(String name, Set<String> objectIds) {
            tenants.listBreakGlass(name, objectIds);
        }

        @Override
        public Set<String> breakGlass(String name) {
            return tenants.breakGlass(name);
        }

        @Override
        public Map<String, Path> all() {
            return tenants.all();
        }
    }
}
