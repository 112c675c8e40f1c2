package dev.cordon.investigation.fraud;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody registered of a domain, as far as can be told without the list of all registries: the name and what stands behind it.
 *
 * @param name for example {@code contoso}
 * @param ending for example {@code com} or {@code co.uk}; empty text where there is none
 */
record RegisteredDomain(String name, String ending) {
    private static final Set<String> SECOND_LEVEL = Set.of(
            "co", "com", "org", "net", "ac", "edu", "gov", "gob", "gouv", "ltd", "plc", "me", "or", "ne", "go", "in",
            "firm", "nom", "id", "web", "mil", "sch", "nhs", "police");

    /** Of a host or a domain, in whatever case and script. */
    static RegisteredDomain of(String domain) {
        String[] labels = readable(domain).split("\\.");
        int last = labels.length - 1;
        if (last < 1) {
            return new RegisteredDomain(labels.length == 0 ? "" : labels[0], "");
        }
        boolean twoParts = last >= 2 && labels[last].length() == 2 && SECOND_LEVEL.contains(labels[last - 1]);
        return twoParts
                ? new RegisteredDomain(labels[last - 2], labels[last - 1] + "." + labels[last])
                : new RegisteredDomain(labels[last - 1], labels[last]);
    }

    /** In lower case, without a dot behind it, and in the letters it is shown in. */
    static String readable(String domain) {
        String plain = domain.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        return IDN.toUnicode(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    /** Name and ending. */
    String whole() {
        return ending.isEmpty() ? name : name + "." + ending;
    }
}
