package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.records.ClientAddress;
import java.util.regex.Pattern;

/** Addresses of which something can be said: those of Microsoft's own machines and of private networks tell nothing about a person. */
final class Places {
    private static final Pattern INSIDE =
            Pattern.compile("(?i)(0\\.|10\\.|127\\.|169\\.254\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\."
                    + "|::1$|::$|fe80:|f[cd][0-9a-f]{2}:).*");

    private Places() {}

    /** The address in its usual spelling; empty text where it is none of the world outside. */
    static String outside(String address) {
        String plain = Names.plain(ClientAddress.normalised(address));
        boolean isAddress = plain.indexOf(':') >= 0 || plain.matches("[0-9.]+");
        return !isAddress || INSIDE.matcher(plain).matches() ? "" : plain;
    }
}
