package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.records.ClientAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** Addresses of which something can be said: those of Microsoft's own machines and of private networks tell nothing about a person. */
final class Places {
    private static final Pattern INSIDE =
            Pattern.compile("(?i)(0\\.|10\\.|127\\.|169\\.254\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\."
                    + "|::1$|::$|fe80:|f[cd][0-9a-f]{2}:).*");

    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d+(\\.\\d+){3}");

    private Places() {}

    /** The address in its usual spelling; empty text where it is none of the world outside. */
    static String outside(String address) {
        String plain = Names.plain(ClientAddress.normalised(address));
        boolean isAddress = plain.indexOf(':') >= 0 || DIGITS.matcher(plain).matches();
        return !isAddress || INSIDE.matcher(plain).matches() ? "" : plain;
    }

    /**
     * The network an address of {@link #outside} lies in: of IPv4 the 256 addresses around it, which may belong to many, of IPv6 the /64,
     * which is one line or office. Empty text where it is no whole address.
     */
    static String network(String address) {
        try {
            InetAddress read = InetAddress.ofLiteral(address);
            byte[] bytes = read.getAddress();
            return read instanceof Inet6Address
                    ? "%x:%x:%x:%x::/64".formatted(group(bytes, 0), group(bytes, 1), group(bytes, 2), group(bytes, 3))
                    : "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** Whether it is a whole address and not a part of one or something else. */
    static boolean isWhole(String address) {
        return (address.indexOf(':') >= 0 || FOUR_NUMBERS.matcher(address).matches())
                && !network(address).isEmpty();
    }

    /** Whether a network of {@link #network} is one line or office. */
    static boolean isOneLine(String network) {
        return network.indexOf(':') >= 0;
    }

    private static int group(byte[] bytes, int group) {
        return ((bytes[2 * group] & 0xff) << 8) | (bytes[2 * group + 1] & 0xff);
    }
}
