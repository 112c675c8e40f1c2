package dev.cordon.cli.screen;

/**
 * Text that may be printed: one line, in reading order, with nothing hidden in it. Control characters, terminal escapes,
 * line breaks, bidirectional overrides, zero-width and unpaired characters appear as {@code \\u{1B}}, so that they are seen
 * and do nothing; piles of combining marks and over-long texts are cut, and say so. Ordinary text in any script stays as it
 * is.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode Technical Report 36, security considerations</a>
 */
public final class Printable {
    private static final int LINE = 2_000;
    private static final int NAME = 120;
    private static final int MARKS = 3;

    private Printable() {}

    /** A whole line, at most 2,000 characters of the original. */
    public static String line(String text) {
        return cut(text, LINE);
    }

    /** A name somebody gave: in quotation marks, at most 120 characters of the original. */
    public static String name(String text) {
        return '"' + cut(text, NAME) + '"';
    }

    private static String cut(String text, int limit) {
        var printed = new StringBuilder(Math.min(text.length(), limit) + 16);
        int shown = 0;
        int marks = 0;
        int at = 0;
        while (at < text.length() && shown < limit) {
            int character = text.codePointAt(at);
            marks = isMark(character) ? marks + 1 : 0;
            if (isHarmless(character) && marks <= MARKS) {
                printed.appendCodePoint(character);
            } else {
                printed.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
            at += Character.charCount(character);
            shown++;
        }
        if (at < text.length()) {
            printed.append("... (").append(text.length() - at).append(" more characters)");
        }
        return printed.toString();
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isHarmless(int character) {
        if (character >= ' ' && character < 0x7f) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isBlankLetter(character);
        };
    }

    // Letters and symbols by their category, but drawn as nothing.
    private static boolean isBlankLetter(int character) {
        return character == 0x3164
                || character == 0xffa0
                || character == 0x115f
                || character == 0x1160
                || character == 0x2800;
    }
}
