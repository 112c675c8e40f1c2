package dev.cordon.investigation;

import java.util.Locale;

/** The network an address lies in, as text: the first three bytes of IPv4, the first three groups of IPv6. Any text is answered. */
public final class Network {
    private Network() {}

    /** The network of that address. */
    public static String of(String address) {
        String plain = withoutPort(address.strip().toLowerCase(Locale.ROOT));
        if (plain.startsWith("::ffff:") && plain.indexOf('.') > 0) {
            plain = plain.substring("::ffff:".length());
        }
        int lastDot = plain.lastIndexOf('.');
        if (lastDot > 0 && plain.indexOf(':') < 0) {
            return plain.substring(0, lastDot) + ".0/24";
        }
        String[] groups = plain.split(":", 4);
        return groups.length < 4 ? plain : groups[0] + ":" + groups[1] + ":" + groups[2] + "::/48";
    }

    /** The address alone: Exchange writes {@code 1.2.3.4:5678} and {@code [2001:db8::1]:5678}. */
    static String withoutPort(String address) {
        if (address.startsWith("[") && address.indexOf(']') > 0) {
            return address.substring(1, address.indexOf(']'));
        }
        int colon = address.indexOf(':');
        boolean single = colon > 0 && colon == address.lastIndexOf(':');
        return single && address.indexOf('.') > 0 ? address.substring(0, colon) : address;
    }
}
