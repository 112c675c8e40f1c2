package dev.cordon.simulator.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which host name stands for which service; Microsoft's own names are always among them.
 *
 * @param byName service by lower-case host name
 */
public record HostNames(Map<String, Host> byName) {

    private static final String REGION = "eur02b.";

    /** A tenant's name for its connectors, which are retired and lead nowhere (F5). */
    private static final String CONNECTORS = ".webhook.office.com";

    /** Microsoft's names and these, and of the compliance host the name of the tenant's region too (I.5). */
    public HostNames {
        var all = new LinkedHashMap<String, Host>();
        for (Host host : Host.values()) {
            all.put(host.publicName(), host);
        }
        all.put("contoso" + CONNECTORS, Host.WEBHOOK);
        byName.forEach((name, host) -> all.put(name.toLowerCase(Locale.ROOT), host));
        List.copyOf(all.entrySet()).stream()
                .filter(entry -> entry.getValue() == Host.COMPLIANCE)
                .forEach(entry -> all.putIfAbsent(REGION + entry.getKey(), Host.COMPLIANCE));
        byName = Map.copyOf(all);
    }

    /** Whether a name is that of a region; where the hosts have ports instead of names, {@code localhost} is. */
    public static boolean isRegion(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(REGION) || name.equalsIgnoreCase("localhost");
    }

    /** The name of the region behind a general name. */
    public static String region(String name) {
        return name.equals("127.0.0.1") ? "localhost" : REGION + name;
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
