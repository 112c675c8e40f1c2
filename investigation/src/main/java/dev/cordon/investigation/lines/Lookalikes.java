package dev.cordon.investigation.lines;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Letters of other scripts that look like Latin ones: {@code Аrchive} with a Cyrillic А is another name that reads the same. */
public final class Lookalikes {
    private static final String FOREIGN = "АВЕЅІЈКМНОРСТУХаеоісрухѕјһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεονρτυικ";
    private static final String LATIN = "ABESIJKMHOPCTYXaeoicpyxsjhdqwlABEZHIKMNOPTYXaeovptuik";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private static final Pattern INVISIBLE =
            Pattern.compile("\\p{IsLatin}[\\p{Cf}\\u034F\\u115F\\u3164]+\\p{IsLatin}|[\\u202D\\u202E]");

    private Lookalikes() {}

    /** Whether one word has Latin letters and such of another script. */
    static boolean areIn(String text) {
        return WORD.matcher(text).results().anyMatch(word -> isMixed(word.group()));
    }

    private static boolean isMixed(String word) {
        Set<UnicodeScript> scripts = new HashSet<>();
        word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        return scripts.contains(UnicodeScript.LATIN)
                && (scripts.contains(UnicodeScript.CYRILLIC) || scripts.contains(UnicodeScript.GREEK));
    }

    /** Whether a letter between Latin ones is invisible, or the direction of reading is turned over: what is read is not what is there. */
    static boolean hasInvisible(String text) {
        return INVISIBLE.matcher(text).find();
    }

    /** Whether {@code word} is {@code name} but for one letter: another, one more, one less, or two that changed places. */
    public static boolean isSlipOf(String name, String word) {
        int begin = 0;
        int most = Math.min(name.length(), word.length());
        while (begin < most && name.charAt(begin) == word.charAt(begin)) {
            begin++;
        }
        String nameRest = name.substring(begin);
        String wordRest = word.substring(begin);
        return !name.equals(word)
                && (after(nameRest, 1).equals(after(wordRest, 1))
                        || nameRest.equals(after(wordRest, 1))
                        || after(nameRest, 1).equals(wordRest)
                        || isTurnedAround(nameRest, wordRest));
    }

    private static boolean isTurnedAround(String some, String other) {
        return some.length() > 1
                && other.length() > 1
                && some.charAt(0) == other.charAt(1)
                && some.charAt(1) == other.charAt(0)
                && after(some, 2).equals(after(other, 2));
    }

    private static String after(String text, int letters) {
        return text.substring(Math.min(letters, text.length()));
    }

    /** The text with Latin letters in the words that are mixed. */
    static String straightened(String text) {
        return areIn(text)
                ? WORD.matcher(text).replaceAll(word -> isMixed(word.group()) ? latin(word.group()) : word.group())
                : text;
    }

    /** The text with every letter of another script that looks like a Latin one as that one. */
    public static String latin(String word) {
        return word.codePoints()
                .mapToObj(point -> FOREIGN.indexOf(point) < 0
                        ? Character.toString(point)
                        : String.valueOf(LATIN.charAt(FOREIGN.indexOf(point))))
                .collect(Collectors.joining());
    }
}
