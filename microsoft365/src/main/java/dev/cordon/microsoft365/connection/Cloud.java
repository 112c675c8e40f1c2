package dev.cordon.microsoft365.connection;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * One of Microsoft's clouds, with its hosts.
 *
 * @see <a href="https://learn.microsoft.com/graph/deployments">National cloud deployments</a>
 */
public enum Cloud {
    GLOBAL(
            "login.microsoftonline.com",
            "graph.microsoft.com",
            "outlook.office365.com",
            "ps.compliance.protection.outlook.com"),
    GCC_HIGH(
            "login.microsoftonline.us",
            "graph.microsoft.us",
            "outlook.office365.us",
            "ps.compliance.protection.office365.us"),
    DOD(
            "login.microsoftonline.us",
            "dod-graph.microsoft.us",
            "outlook-dod.office365.us",
            "l5.ps.compliance.protection.office365.us"),
    CHINA(
            "login.partner.microsoftonline.cn",
            "microsoftgraph.chinacloudapi.cn",
            "partner.outlook.cn",
            "ps.compliance.protection.partner.outlook.cn");

    private final String login;
    private final String graph;
    private final String exchange;
    private final String compliance;

    Cloud(String login, String graph, String exchange, String compliance) {
        this.login = login;
        this.graph = graph;
        this.exchange = exchange;
        this.compliance = compliance;
    }

    /** The cloud of that kebab-case name. */
    static Optional<Cloud> named(String name) {
        for (Cloud cloud : values()) {
            if (cloud.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return Optional.of(cloud);
            }
        }
        return Optional.empty();
    }

    /** The cloud whose sign-in host that is; the first of those that share it. */
    static Optional<Cloud> ofLogin(String host) {
        for (Cloud cloud : values()) {
            if (cloud.login.equalsIgnoreCase(host)) {
                return Optional.of(cloud);
            }
        }
        return Optional.empty();
    }

    public URI login() {
        return URI.create("https://" + login);
    }

    public URI graph() {
        return URI.create("https://" + graph);
    }

    public URI exchange() {
        return URI.create("https://" + exchange);
    }

    public URI compliance() {
        return URI.create("https://" + compliance);
    }
}
