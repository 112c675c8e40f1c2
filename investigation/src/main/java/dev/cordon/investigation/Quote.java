package dev.cordon.investigation;

/** Quotes untrusted text in a reason: short, on one line, with what cannot be seen made visible. */
public final class Quote {
    private static final int LIMIT = 80;

    private Quote() {}

    /** The quotation. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("“");
        int shown = 0;
        for (int codePoint : text.codePoints().toArray()) {
            if (shown++ == LIMIT) {
                quoted.append('…');
                break;
            }
            quoted.append(isVisible(codePoint) ? Character.toString(codePoint) : "[U+%04X]".formatted(codePoint));
        }
        return quoted.append('”').toString();
    }

    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
