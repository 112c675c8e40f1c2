package dev.cordon.microsoft365.exchange;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which host of Security & Compliance serves the tenant: the general one says so by a redirection. Only hosts of the same service are ever
 * taken, for the token goes with the next request. Safe for many threads.
 */
public final class ComplianceRegion {
    private static final String SERVICE = "ps.compliance.";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI root;
    private final AtomicReference<@Nullable URI> known = new AtomicReference<>();

    /** @param root the general host */
    public ComplianceRegion(URI root) {
        this.root = root;
    }

    URI root() {
        return root;
    }

    /** The host that serves the tenant, where that was told. */
    Optional<URI> find() {
        return Optional.ofNullable(known.get());
    }

    void remember(URI region) {
        known.set(region);
    }

    /**
     * The host to go on with after a redirection to {@code location}: the general host itself, or one below it. The hosts that redirections
     * name, {@code eur02b.admin.protection.outlook.com}, stand for {@code eur02b.ps.compliance.protection.outlook.com}. Empty for any other,
     * which is never asked.
     */
    Optional<URI> ofLocation(String location) {
        URI named;
        try {
            named = root.resolve(location);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!"https".equals(named.getScheme()) || named.getHost() == null || named.getUserInfo() != null) {
            return Optional.empty();
        }
        String host = named.getHost().toLowerCase(Locale.ROOT);
        String own = root.getHost().toLowerCase(Locale.ROOT);
        if (host.equals(own) || host.endsWith("." + own) || isThisMachine(host, own, named.getPort())) {
            return Optional.of(URI.create("https://" + named.getRawAuthority()));
        }
        boolean isRegion = own.startsWith(SERVICE) && host.endsWith(".admin." + own.substring(SERVICE.length()));
        return isRegion ? Optional.of(below(host.substring(0, host.indexOf('.')))) : Optional.empty();
    }

    /** A simulated tenant has no other names for its regions than those of this machine. */
    private boolean isThisMachine(String host, String own, int port) {
        return LOOPBACK.contains(host) && LOOPBACK.contains(own) && port == root.getPort();
    }

    private URI below(String region) {
        return URI.create("https://" + region + "." + root.getRawAuthority());
    }
}
