package dev.cordon.simulator.odata;

import java.util.ArrayList;
import java.util.List;

/** The words of a filter expression. */
final class FilterTokens {

    /** One word: a quoted text without its quotes, or a bare word, or a mark. */
    record Token(String text, boolean quoted) {

        boolean is(String word) {
            return !quoted && text.equals(word);
        }
    }

    private final List<Token> tokens;
    private int next;

    FilterTokens(String expression) {
        tokens = split(expression);
    }

    boolean hasNext() {
        return next < tokens.size();
    }

    boolean nextIs(String word) {
        return hasNext() && tokens.get(next).is(word);
    }

    boolean take(String word) {
        if (nextIs(word)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!take(word)) {
            throw ODataException.syntax("'" + word + "' expected at word " + (next + 1) + ".");
        }
    }

    Token next() {
        if (!hasNext()) {
            throw ODataException.syntax("the expression ends too early.");
        }
        return tokens.get(next++);
    }

    private static List<Token> split(String text) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '\'') {
                i = quoted(text, i + 1, tokens);
            } else if ("(),:".indexOf(c) >= 0 && !(c == ':' && isTime(text, i))) {
                tokens.add(new Token(String.valueOf(c), false));
                i++;
            } else {
                i = bare(text, i, tokens);
            }
        }
        return tokens;
    }

    private static int quoted(String text, int from, List<Token> tokens) {
        var value = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '\'') {
                value.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                value.append('\'');
                i++;
            } else {
                tokens.add(new Token(value.toString(), true));
                return i + 1;
            }
        }
        throw ODataException.syntax("there is an unterminated string literal.");
    }

    private static int bare(String text, int from, List<Token> tokens) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean ends = Character.isWhitespace(c) || "(),'".indexOf(c) >= 0 || (c == ':' && !isTime(text, i));
            if (ends) {
                break;
            }
            i++;
        }
        if (i == from) {
            throw ODataException.syntax("'" + text.charAt(from) + "' is not expected.");
        }
        tokens.add(new Token(text.substring(from, i), false));
        return i;
    }

    private static boolean isTime(String text, int colon) {
        return colon > 1
                && colon + 1 < text.length()
                && Character.isDigit(text.charAt(colon - 1))
                && Character.isDigit(text.charAt(colon + 1));
    }
}
