package dev.cordon.simulator.identity;

import dev.cordon.simulator.wire.Host;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token can be for. */
public enum Resource {
    GRAPH(Host.GRAPH, "https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000", "Microsoft Graph"),
    EXCHANGE(
            Host.EXCHANGE,
            "https://outlook.office365.com",
            "00000002-0000-0ff1-ce00-000000000000",
            "Office 365 Exchange Online"),
    COMPLIANCE(
            Host.COMPLIANCE,
            "https://ps.compliance.protection.outlook.com",
            "00000007-0000-0ff1-ce00-000000000000",
            "Office 365 Security and Compliance");

    private final Host host;
    private final String audience;
    private final String appId;
    private final String displayName;

    Resource(Host host, String audience, String appId, String displayName) {
        this.host = host;
        this.audience = audience;
        this.appId = appId;
        this.displayName = displayName;
    }

    /** The host that accepts its tokens. */
    public Host host() {
        return host;
    }

    /** The {@code aud} of its tokens. */
    public String audience() {
        return audience;
    }

    /** The resource application's id. */
    public String appId() {
        return appId;
    }

    /** The resource application's name, as sign-in logs show it. */
    public String displayName() {
        return displayName;
    }

    /** The word of the control API and of scenario files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The resource of that word. */
    public static Optional<Resource> find(String word) {
        return Arrays.stream(values())
                .filter(resource -> resource.word().equals(word))
                .findFirst();
    }
}
