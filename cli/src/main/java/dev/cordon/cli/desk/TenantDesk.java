package dev.cordon.cli.desk;

import dev.cordon.cli.document.TenantCheck;
import java.nio.file.Path;
import java.util.List;

/** The tenants that Cordon knows. One thread. */
public interface TenantDesk extends AutoCloseable {
    /**
     * Keeps the path of a connection document under a name; its content stays where it is.
     *
     * @param breakGlass who is listed as a break-glass account, as an operator names him; the tenant is asked who is meant
     * @param notBreakGlass object ids that are taken from that list
     */
    Known add(String name, Path connection, List<String> breakGlass, List<String> notBreakGlass);

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
     * @param breakGlass object ids of its break-glass accounts, in order
     */
    record Known(String name, Path connection, List<String> breakGlass) {
        public Known {
            breakGlass = List.copyOf(breakGlass);
        }
    }
}
