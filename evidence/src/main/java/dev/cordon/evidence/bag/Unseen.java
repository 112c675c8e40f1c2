package dev.cordon.evidence.bag;

/** Makes characters visible that would steer a terminal, reverse a line or hide: as {@code \}{@code uXXXX}. Stateless. */
final class Unseen {
    private Unseen() {}

    /** The text on one line, with every such character escaped. Inside a JSON string the escape means the same character. */
    static String escaped(String text) {
        return escaped(text, "");
    }

    /** The same, but {@code kept} stay as they are. */
    static String escaped(String text, String kept) {
        if (text.codePoints().noneMatch(character -> isUnseen(character) && kept.indexOf(character) < 0)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isUnseen(character) && kept.indexOf(character) < 0) {
                for (char unit : Character.toChars(character)) {
                    seen.append("\\u%04x".formatted((int) unit));
                }
            } else {
                seen.appendCodePoint(character);
            }
        });
        return seen.toString();
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
