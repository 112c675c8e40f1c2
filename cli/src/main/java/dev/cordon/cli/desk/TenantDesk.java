package dev.cordon.cli.desk;

import java.nio.file.Path;
import java.util.List;

/** The tenants that Cordon knows. One thread. */
public interface TenantDesk extends AutoCloseable {
    /** Keeps the path of a connection document under a name; its content stays where it is. */
    Known add(String name, Path connection);

    /** Every tenant, by name. */
    List<Known> list();

    /** Signs in and tries what a response needs; nothing is changed. */
    List<Check> check();

    @Override
    void close();

    /**
     * A tenant.
     *
     * @param name how it is called here
     * @param tenantId its id at Microsoft
     * @param domain its domain
     * @param connection the connection document, absolute
     */
    record Known(String name, String tenantId, String domain, Path connection) {}

    /**
     * One thing that a response needs.
     *
     * @param id what was tried, a word
     * @param ok whether it works
     * @param detail what was answered
     * @param remedy what to do where it does not work; empty where it does
     */
    record Check(String id, boolean ok, String detail, String remedy) {}
}
