package dev.cordon.investigation.reconstruction;

import java.util.Locale;

/** Names and ids as they are compared: Microsoft's services agree on no case. */
final class Names {
    private Names() {}

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
