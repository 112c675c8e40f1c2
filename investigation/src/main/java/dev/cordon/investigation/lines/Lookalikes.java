package dev.cordon.investigation.lines;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Letters of other scripts that look like Latin ones: {@code Аrchive} with a Cyrillic А is another name that reads the same. */
final class Lookalikes {
    private static final String FOREIGN = "АВЕЅІЈКМНОРСТУХаеоісрухѕјһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεονρτυικ";
    private static final String LATIN = "ABESIJKMHOPCTYXaeoicpyxsjhdqwlABEZHIKMNOPTYXaeovptuik";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

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

    /** The text with Latin letters in the words that are mixed. */
    static String straightened(String text) {
        return areIn(text)
                ? WORD.matcher(text).replaceAll(word -> isMixed(word.group()) ? latin(word.group()) : word.group())
                : text;
    }

    private static String latin(String word) {
        return word.codePoints()
                .mapToObj(point -> FOREIGN.indexOf(point) < 0
                        ? Character.toString(point)
                        : String.valueOf(LATIN.charAt(FOREIGN.indexOf(point))))
                .collect(Collectors.joining());
    }
}
