package dev.cordon.microsoft365.graph;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A query in the language of hunting, put together from conditions. A text becomes part of one as a literal in quotes and in no other way.
 *
 * @param text the query
 * @see <a href="https://learn.microsoft.com/kusto/query/scalar-data-types/string">String literals</a>
 */
record Kql(String text) {
    /** Every row of a table of that time. */
    static Kql of(String table, Instant from, Instant until) {
        return new Kql(table).where("Timestamp >= datetime(" + from + ") and Timestamp <= datetime(" + until + ")");
    }

    Kql where(String condition) {
        return new Kql(text + "\n| where " + condition);
    }

    /** Where there are values: the column is one of them, in whatever case. */
    Kql whereAny(List<String> values, String... columns) {
        if (values.isEmpty()) {
            return this;
        }
        String list = values.stream().map(Kql::literal).collect(Collectors.joining(", ", " in~ (", ")"));
        return where(List.of(columns).stream().map(column -> column + list).collect(Collectors.joining(" or ")));
    }

    /** The newest rows, so many of them. */
    Kql newest(int rows) {
        return new Kql(text + "\n| order by Timestamp desc\n| take " + rows);
    }

    /** The condition that the column has the text in it, from one end of a word to the other, in whatever case. */
    static String has(String column, String text) {
        return column + " has " + literal(text);
    }

    /** The text as a literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> append(literal, (char) c));
        return literal.append('"').toString();
    }

    private static void append(StringBuilder literal, char c) {
        if (c == '"' || c == '\\') {
            literal.append('\\').append(c);
        } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
            literal.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
        } else {
            literal.append(c);
        }
    }
}
