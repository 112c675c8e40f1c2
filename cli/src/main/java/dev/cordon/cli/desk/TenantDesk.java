package dev.cordon.cli.desk;

import dev.cordon.cli.document.TenantCheck;
import java.nio.file.Path;
import java.util.List;

/** The tenants that Cordon knows. One thread. */
public interface TenantDesk extends AutoCloseable {
    /** Keeps the path of a connection document under a name; its content stays where it is. */
    Known add(String name, Path connection);

    /** Every tenant, by name. */
    List<Known> list();

    /** Signs in and reads the organisation; nothing is changed. Refused, with the remedy, where that does not work. */
    TenantCheck check();

    @Override
    void close();

    /**
     * A tenant.
     *
     * @param name how it is called here
     * @param connection the connection document, absolute
     */
    record Known(String name, Path connection) {}
}
