package dev.cordon.simulator.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services a tenant shows, with Microsoft's own host name of each. */
public enum Host {
    LOGIN("login.microsoftonline.com"),
    GRAPH("graph.microsoft.com"),
    EXCHANGE("outlook.office365.com"),
    COMPLIANCE("ps.compliance.protection.outlook.com"),
    WEBHOOK("prod-17.northeurope.logic.azure.com");

    private final String publicName;

    Host(String publicName) {
        this.publicName = publicName;
    }

    /** Microsoft's host name in the public cloud. */
    public String publicName() {
        return publicName;
    }

    /** The word of the control API and of {@code --names}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The host of that word. */
    public static Optional<Host> find(String word) {
        return Arrays.stream(values()).filter(host -> host.word().equals(word)).findFirst();
    }
}
