package dev.cordon.investigation.records;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/**
 * The spelling of an address in which the same one is always equal. Exchange writes {@code 1.2.3.4:5678} and {@code [2001:db8::1]:5678},
 * others {@code ::ffff:1.2.3.4}. Asks no name service.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5952">RFC 5952</a>
 */
public final class ClientAddress {
    private static final int LONGEST = 60;

    private ClientAddress() {}

    /** Without port and zone, IPv6 as RFC 5952 has it; any other text as it is, without the blanks around it. */
    public static String normalised(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return stripped;
        }
        String bare = withoutPort(stripped);
        if (isIpv4(bare)) {
            return bare;
        }
        return bare.indexOf(':') < 0 ? stripped : ipv6(bare, stripped);
    }

    private static String withoutPort(String text) {
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return text.substring(1, bracket);
        }
        int colon = text.indexOf(':');
        boolean single = colon > 0 && colon == text.lastIndexOf(':');
        return single && text.indexOf('.') > 0 ? text.substring(0, colon) : text;
    }

    private static boolean isIpv4(String text) {
        int parts = 0;
        int value = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value < 0 ? c - '0' : value * 10 + (c - '0');
                if (value > 255) {
                    return false;
                }
            } else if (c == '.' && value >= 0) {
                parts++;
                value = -1;
            } else {
                return false;
            }
        }
        return parts == 3 && value >= 0;
    }

    private static String ipv6(String text, String otherwise) {
        int zone = text.indexOf('%');
        try {
            InetAddress address = InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
            return address instanceof Inet6Address v6 ? compressed(v6.getAddress()) : address.getHostAddress();
        } catch (IllegalArgumentException _) {
            return otherwise;
        }
    }

    private static String compressed(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int from = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
