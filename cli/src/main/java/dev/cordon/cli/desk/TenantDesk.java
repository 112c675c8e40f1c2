package dev.cordon.cli.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The tenants that Cordon knows. One thread. */
public interface TenantDesk extends AutoCloseable {
    /** Keeps the path of a connection document under a name; its content stays where it is. */
    Known add(String name, Path connection);

    /** Every tenant, by name. */
    List<Known> list();

    /** Signs in and reads the organisation; nothing is changed. Refused, with the remedy, where that does not work. */
    Checked check();

    @Override
    void close();

    /**
     * A tenant.
     *
     * @param name how it is called here
     * @param connection the connection document, absolute
     */
    record Known(String name, Path connection) {}

    /**
     * That a tenant answers.
     *
     * @param name how it is called here
     * @param tenantId its id at Microsoft
     * @param displayName what it calls itself
     * @param caller as whom we came
     * @param permissions what we may ask for, in Microsoft's words
     * @param missing what we lack as far as can be seen, each with what will not work without it
     * @param at its own time
     */
    record Checked(
            String name,
            String tenantId,
            String displayName,
            String caller,
            List<String> permissions,
            List<String> missing,
            Instant at) {
        public Checked {
            missing = List.copyOf(missing);
            permissions = List.copyOf(permissions);
        }
    }
}
