package dev.cordon.report.document;

/**
 * Makes text harmless before it is escaped: characters that cannot be seen or that turn the line are shown by their number, so that
 * nothing hides and nothing is lost. Stateless; safe for many threads.
 */
public final class Plain {
    private static final int LIMIT = 4000;

    private Plain() {}

    /** The text with line ends kept; everything else that cannot be seen is shown as {@code [U+202E]}. Long text is cut and says so. */
    public static String lines(String text) {
        return visible(text, true);
    }

    /** The text on one line, a line end shown as an arrow: it must not look like a line of ours. */
    public static String line(String text) {
        return visible(text, false);
    }

    private static String visible(String text, boolean keepLineEnds) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LIMIT) + 16);
        int count = 0;
        int[] codePoints = text.codePoints().toArray();
        for (int codePoint : codePoints) {
            if (count++ == LIMIT) {
                shown.append(" … (").append(codePoints.length - LIMIT).append(" more characters)");
                break;
            }
            append(shown, codePoint, keepLineEnds);
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint, boolean keepLineEnds) {
        if (codePoint == '\n') {
            shown.append(keepLineEnds ? "\n" : " ↵ ");
        } else if (codePoint == '\r' || codePoint == '\t') {
            shown.append(' ');
        } else if (isVisible(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else {
            shown.append("[U+%04X]".formatted(codePoint));
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ' || codePoint == '\u00a0' || codePoint == '\u202f';
            default -> codePoint != '\u115f' && codePoint != '\u1160' && codePoint != '\u3164' && codePoint != '\uffa0';
        };
    }
}
