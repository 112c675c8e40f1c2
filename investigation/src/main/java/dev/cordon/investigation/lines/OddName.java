package dev.cordon.investigation.lines;

import dev.cordon.investigation.WordList;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that say nothing. */
enum OddName {
    /** A name as people give it. */
    NONE,
    /** One letter or digit, or one again and again; or two small letters that are no word. */
    SHORT,
    /** Nothing that can be read: dots, blanks, nothing at all. */
    UNREADABLE;

    private static final Pattern TWO_KEYS = Pattern.compile("[a-z]{2}");

    /** What people do call things by two small letters: departments, machines, trades. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "hr", "rh", "it", "pr", "po", "ok", "tv", "pc", "ad", "ai", "db", "qa", "vm", "bi", "cv", "eu", "uk", "us",
            "me", "my", "ms", "ig", "fb", "li", "gh", "pm", "ta", "ph", "hw", "bo", "al", "ed", "jo", "mo", "ty");

    static OddName of(String name) {
        String plain = WordList.plain(name).strip();
        if (plain.codePoints().noneMatch(OddName::saysSomething)) {
            return UNREADABLE;
        }
        boolean isWord = plain.codePoints().anyMatch(point -> Character.isIdeographic(point) || isPicture(point));
        boolean isShort = plain.codePoints().distinct().count() == 1 || areTwoKeys(name.strip());
        return isShort && !isWord && !isAbbreviation(name.strip()) ? SHORT : NONE;
    }

    private static boolean areTwoKeys(String name) {
        return TWO_KEYS.matcher(name).matches() && !SHORT_WORDS.contains(name);
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
