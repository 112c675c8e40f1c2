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

    /** Microsoft's names and these. */
    public HostNames {
        var all = new LinkedHashMap<String, Host>();
        for (Host host : Host.values()) {
            all.put(host.publicName(), host);
        }
        byName.forEach((name, host) -> all.put(name.toLowerCase(Locale.ROOT), host));
        byName = Map.copyOf(all);
    }

    /** The service behind a {@code Host} header, with or without a port. */
    public Optional<Host> find(String authority) {
        int colon = authority.lastIndexOf(':');
        String name = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
