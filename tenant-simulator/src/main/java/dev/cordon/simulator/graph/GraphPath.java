package dev.cordon.simulator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A Graph path in its plain form: version apart, keys in parentheses as segments, {@code /me} as the signed-in person.
 *
 * @param version {@code v1.0}, {@code beta} or something unknown
 */
record GraphPath(String version, List<String> segments) {

    static GraphPath of(List<String> raw, @Nullable String me) {
        if (raw.isEmpty()) {
            return new GraphPath("", List.of());
        }
        var plain = new ArrayList<String>();
        for (String segment : raw.subList(1, raw.size())) {
            int open = segment.indexOf('(');
            boolean keyed = open > 0
                    && segment.endsWith(")")
                    && !segment.substring(open).contains("=");
            if (keyed) {
                plain.add(segment.substring(0, open));
                plain.add(unquoted(segment.substring(open + 1, segment.length() - 1)));
            } else {
                plain.add(segment);
            }
        }
        if (!plain.isEmpty() && plain.getFirst().equalsIgnoreCase("me") && me != null) {
            plain.set(0, "users");
            plain.add(1, me);
        }
        return new GraphPath(raw.getFirst().toLowerCase(Locale.ROOT), List.copyOf(plain));
    }

    private static String unquoted(String key) {
        return key.length() > 1 && key.startsWith("'") && key.endsWith("'")
                ? key.substring(1, key.length() - 1).replace("''", "'")
                : key;
    }
}
