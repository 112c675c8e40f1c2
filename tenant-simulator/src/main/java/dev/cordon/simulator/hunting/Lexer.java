package dev.cordon.simulator.hunting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a query into its tokens; comments are left out. */
final class Lexer {

    private static final Pattern TOKEN = Pattern.compile("\\s+|//[^\\n]*"
            + "|(?<text>[hH]?@?\"(?:[^\"\\\\\\n]|\\\\.)*+\"|[hH]?@?'(?:[^'\\\\\\n]|\\\\.)*+')"
            + "|(?<span>[0-9]+(?:\\.[0-9]+)?(?:d|h|m|s)\\b)"
            + "|(?<number>[0-9]+(?:\\.[0-9]+)?)"
            + "|(?<name>!?[A-Za-z_][A-Za-z0-9_]*~?)"
            + "|(?<sign>==|!=|=~|!~|>=|<=|\\.\\.|[|(),=<>\\[\\];:+-])");

    /** What a token is. */
    enum Kind {
        TEXT,
        SPAN,
        NUMBER,
        NAME,
        SIGN,
        END
    }

    /** One token; of a text its content. */
    record Token(Kind kind, String text) {}

    private Lexer() {}

    static List<Token> tokens(String query) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(query);
        for (var at = 0; at < query.length(); at = matcher.end()) {
            if (!matcher.region(at, query.length()).lookingAt()) {
                throw new QueryError(
                        "Syntax error: Query could not be parsed at '" + query.charAt(at) + "' (position " + at + ").");
            }
            for (var kind : List.of(Kind.TEXT, Kind.SPAN, Kind.NUMBER, Kind.NAME, Kind.SIGN)) {
                var group = matcher.group(kind.name().toLowerCase(Locale.ROOT));
                if (group != null) {
                    tokens.add(new Token(kind, kind == Kind.TEXT ? content(group) : group));
                }
            }
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static String content(String quoted) {
        var text = quoted.startsWith("h") || quoted.startsWith("H") ? quoted.substring(1) : quoted;
        if (text.startsWith("@")) {
            return text.substring(2, text.length() - 1);
        }
        var plain = new StringBuilder();
        for (var at = 1; at < text.length() - 1; at++) {
            var character = text.charAt(at);
            if (character == '\\') {
                at++;
                plain.append(escaped(text.charAt(at)));
            } else {
                plain.append(character);
            }
        }
        return plain.toString();
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> character;
        };
    }
}
