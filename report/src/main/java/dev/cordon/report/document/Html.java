package dev.cordon.report.document;

/** Escapes for HTML and SVG, where text stands between tags or in an attribute within double quotes; other contexts do not occur. */
public final class Html {
    private Html() {}

    /** The text, harmless on one line. */
    public static String escape(String text) {
        return entities(Plain.line(text));
    }

    /** The text, harmless with line ends kept. */
    static String escapeLines(String text) {
        return entities(Plain.lines(text)).replace("\n", "<br/>");
    }

    private static String entities(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
