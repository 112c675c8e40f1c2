package dev.cordon.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which host name stands for which service; Microsoft's own names are always among them.
 *
 * @param byName service by lower-case host name
 */
public record HostNames(Map<String, Host> byName) {

    /** A tenant's name for its connectors, which are retired and lead nowhere (F5). */
    private static final String CONNECTORS = ".webhook.office.com";

    /** Microsoft's names and these. */
    public HostNames {
        var all = new LinkedHashMap<String, Host>();
        for (Host host : Host.values()) {
            all.put(host.publicName(), host);
        }
        all.put("contoso" + CONNECTORS, Host.WEBHOOK);
        byName.forEach((name, host) -> all.put(name.toLowerCase(Locale.ROOT), host));
        byName = Map.copyOf(all);
    }

    /** Whether a host name is one of retired connectors. */
    public static boolean isConnector(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(CONNECTORS);
    }

    /** The service behind a {@code Host} header, with or without a port. */
    public Optional<Host> find(String authority) {
        int colon = authority.lastIndexOf(':');
        String name = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
