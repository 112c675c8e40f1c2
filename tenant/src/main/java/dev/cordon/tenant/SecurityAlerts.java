package dev.cordon.tenant;

/** Alerts of Microsoft's security products. Without one of those the list is empty, which means that nobody watched, not that all was quiet. */
public interface SecurityAlerts {
    /**
     * The alerts as they came, page by page. A page hands over only the rows that were asked for; its answers hold everybody's. An end is
     * {@link CollectionEnd.NotLicensed} where nothing came and the tenant has no product that raises alerts. Permission
     * SecurityAlert.Read.All.
     */
    LogSource<PagePosition<AlertQuestion>> rows();
}
