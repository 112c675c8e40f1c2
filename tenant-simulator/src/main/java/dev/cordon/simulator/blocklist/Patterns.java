package dev.cordon.simulator.blocklist;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What senders and URLs may be written like in the list, and what they match.
 *
 * @see <a href="https://learn.microsoft.com/defender-office-365/tenant-allow-block-list-urls-configure">URLs in the Tenant
 *     Allow/Block List</a>
 */
final class Patterns {

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\"<>]+@" + DOMAIN.pattern());
    private static final Pattern URL = Pattern.compile(
            "(?<left>~|\\*\\.)?(?<host>" + DOMAIN.pattern() + ")(?<path>/[^\\s\"*~:]*)?(?<right>/?\\*|~)?");

    private Patterns() {}

    /** An address or a domain. */
    static boolean isSender(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(lower).matches() || DOMAIN.matcher(lower).matches();
    }

    /** A host, perhaps with a path, without a protocol, a port or quotation marks; wildcards at its ends alone. */
    static boolean isUrl(String value) {
        return URL.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }

    static boolean coversSender(String entry, String sender) {
        var wanted = entry.toLowerCase(Locale.ROOT);
        var address = sender.toLowerCase(Locale.ROOT);
        return wanted.contains("@") ? address.equals(wanted) : address.endsWith("@" + wanted);
    }

    /**
     * Whether a block covers a URL. Without wildcards it covers the host, those below it and everything under it; with
     * {@code /*} what lies under that very host alone; with {@code *.} the hosts below it alone.
     */
    static boolean coversUrl(String entry, String url) {
        var pattern = URL.matcher(entry.toLowerCase(Locale.ROOT));
        var found = parse(url);
        if (!pattern.matches() || found.isEmpty()) {
            return false;
        }
        var target = found.get();
        var host = pattern.group("host");
        var path = Optional.ofNullable(pattern.group("path")).orElse("");
        var left = Optional.ofNullable(pattern.group("left")).orElse("");
        var right = Optional.ofNullable(pattern.group("right")).orElse("");
        var below = target.host().endsWith("." + host);
        var same = target.host().equals(host);
        if (right.endsWith("*")) {
            var above = path + (right.startsWith("/") ? "/" : "");
            var under = target.rest().startsWith(above) && target.rest().length() > above.length();
            return left.equals("*.") ? below && under : left.equals("~") ? (same || below) && under : same && under;
        }
        var reached = target.rest().startsWith(path);
        return left.equals("*.") ? below && reached : (same || below) && reached;
    }

    private record Target(String host, String rest) {}

    private static Optional<Target> parse(String url) {
        try {
            var uri = URI.create(url);
            var host = uri.getHost();
            var query = uri.getRawQuery();
            return host == null
                    ? Optional.empty()
                    : Optional.of(new Target(
                            host.toLowerCase(Locale.ROOT),
                            uri.getRawPath().toLowerCase(Locale.ROOT)
                                    + (query == null ? "" : "?" + query.toLowerCase(Locale.ROOT))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
