package dev.cordon.investigation;

/** Quotes untrusted text in a reason: short, on one line, with what cannot be seen made visible. */
public final class Quote {
    private static final int LIMIT = 80;

    /** Letters and a picture of which nothing is seen: the fillers of Korean, and Braille without a dot. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800";

    private Quote() {}

    /** The text between quotation marks, 80 characters of it at most. */
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

    /** Whether the character shows itself as it is and changes nothing around it. */
    public static boolean isVisible(int codePoint) {
        return BLANK_LETTERS.indexOf(codePoint) < 0
                && switch (Character.getType(codePoint)) {
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
