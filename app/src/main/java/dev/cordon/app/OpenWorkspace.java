package dev.cordon.app;

import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.response.TenantRegister;
import dev.cordon.response.Workspace;
import dev.cordon.store.KnownTenants;
import dev.cordon.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A data folder that is open, with the way to its tenants.
 *
 * @param folder the data folder, absolute
 * @param store what is kept there
 * @param workspace the same, as the use cases see it
 */
record OpenWorkspace(Path folder, Store store, Workspace workspace) implements AutoCloseable {

    /**
     * Opens a folder, creating what is missing.
     *
     * @param instructions told what a person must do elsewhere to sign in
     */
    static OpenWorkspace at(Path folder, InstantSource wallTime, Consumer<String> instructions) {
        return over(folder, Store.open(folder, wallTime), wallTime, instructions);
    }

    /** Opens a folder to read it, also one that cannot be written. */
    static OpenWorkspace toRead(Path folder, InstantSource wallTime, Consumer<String> instructions) {
        return over(folder, Store.openToRead(folder, wallTime), wallTime, instructions);
    }

    private static OpenWorkspace over(Path folder, Store store, InstantSource wallTime, Consumer<String> instructions) {
        ProgramLog.isIn(folder);
        var workspace = new Workspace(
                store.journal(),
                store.vault(),
                store.custody(),
                store.runs(),
                store.rechecks(),
                store.verifier(),
                new StoredTenants(store.tenants()),
                new Microsoft365Connector(instructions, page -> instructions.accept("Sign in at: " + page), wallTime),
                folder.resolve("reports"),
                wallTime,
                new SecureRandom(),
                ProcessHandle.current().pid() + "@" + machine());
        return new OpenWorkspace(folder, store, workspace);
    }

    Path vault() {
        return folder.resolve("vault");
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
        public Map<String, Path> all() {
            return tenants.all();
        }
    }
}
