package dev.cordon.investigation.lines;

import dev.cordon.investigation.WordList;

/** Names that say nothing. */
enum OddName {
    /** A name as people give it. */
    NONE,
    /** One letter or digit, or one again and again. */
    SHORT,
    /** Nothing that can be read: dots, blanks, nothing at all. */
    UNREADABLE;

    static OddName of(String name) {
        String plain = WordList.plain(name).strip();
        if (plain.codePoints().noneMatch(OddName::saysSomething)) {
            return UNREADABLE;
        }
        boolean isWord = plain.codePoints().anyMatch(point -> Character.isIdeographic(point) || isPicture(point));
        boolean isOneLetter = plain.codePoints().distinct().count() == 1;
        return isOneLetter && !isWord && !isAbbreviation(name.strip()) ? SHORT : NONE;
    }

    /** Two capitals are one: CC, for example. */
    private static boolean isAbbreviation(String name) {
        return name.length() > 1 && name.codePoints().allMatch(Character::isUpperCase);
    }

    private static boolean saysSomething(int point) {
        return Character.isLetterOrDigit(point) || isPicture(point);
    }

    /** An arrow or a picture says something to whoever chose it. */
    private static boolean isPicture(int point) {
        return Character.getType(point) == Character.OTHER_SYMBOL;
    }
}
