package dev.cordon.microsoft365.graph;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The hosts of the addresses in a text.
 *
 * @param names their names, without ports and in lower case
 */
record Hosts(List<String> names) {
    private static final Pattern ADDRESS =
            Pattern.compile("[a-z][a-z0-9+.-]*://(?:[^/@\\s\"?#]*@)?([^/:\\s\"?#\\\\\\]]+)");

    static Hosts of(String text) {
        return new Hosts(ADDRESS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList());
    }

    /** Whether one of them is {@code domain} or lies below it. */
    boolean isAny(String domain) {
        String wanted = domain.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> name.equals(wanted) || name.endsWith("." + wanted));
    }
}
