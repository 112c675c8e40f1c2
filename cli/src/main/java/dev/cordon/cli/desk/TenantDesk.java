package dev.cordon.cli.desk;

import dev.cordon.cli.document.KnownTenant;
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
     * @return the tenant, with the break-glass accounts that its document names beside those of the list
     */
    KnownTenant add(String name, Path connection, List<String> breakGlass, List<String> notBreakGlass);

    /** Every tenant, by name. */
    List<KnownTenant> list();

    /** Signs in and reads the organisation; nothing is changed. Refused, with the remedy, where that does not work. */
    TenantCheck check();

    @Override
    void close();
}
