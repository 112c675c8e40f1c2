package dev.cordon.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a printable text between words; what goes on stands under the text it belongs to. A longer word stays whole. */
final class Paragraph {
    private Paragraph() {}

    /** A bullet, or a number with a full stop. */
    private static final Pattern MARK = Pattern.compile(" *(- |\\d{1,3}\\. )");

    /** The lines of a text; those after the first are as far in as it is, or as what follows its bullet or number. */
    static List<String> lines(String text, int columns) {
        Matcher mark = MARK.matcher(text);
        return lines(text, columns, mark.lookingAt() ? mark.end() : indent(text));
    }

    /** The lines of a text; those after the first are {@code hang} columns in. */
    static List<String> lines(String text, int columns, int hang) {
        var lines = new ArrayList<String>();
        String rest = text;
        while (rest.length() > columns) {
            int first = indent(rest);
            int at = rest.lastIndexOf(' ', columns);
            int end = at > first ? at : rest.indexOf(' ', first);
            if (end < 0 || rest.substring(end).isBlank()) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(hang) + rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int indent(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
