package dev.cordon.investigation;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words to be found at the start of a word, in any case and however they are accented; in scripts without blanks anywhere. Any text is
 * answered. Immutable; safe for many threads.
 */
public final class WordList {
    private final Pattern pattern;

    /** A list of at least one word. */
    public WordList(Collection<String> words) {
        this.pattern = Pattern.compile(
                words.stream().map(WordList::plain).map(WordList::expression).collect(Collectors.joining("|")));
    }

    /** The words of a text that has them between commas or on lines of their own. */
    public static WordList of(String text) {
        return new WordList(Stream.of(text.split("[,\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Short Latin words must stand alone ({@code ach} is not in "achieve"); scripts without blanks match anywhere. */
    private static String expression(String word) {
        String quoted = Pattern.quote(word);
        if (!isAlphabetic(word)) {
            return quoted;
        }
        boolean shortLatin = word.length() <= 4 && word.chars().allMatch(character -> character < 128);
        return "(?<![\\p{L}\\p{N}])" + quoted + (shortLatin ? "(?![\\p{L}\\p{N}])" : "");
    }

    /** Whether one of them stands in the text. */
    public boolean foundIn(String text) {
        return pattern.matcher(plain(text)).find();
    }

    /** Whether one of them stands in one of the texts. */
    public boolean foundInAny(Collection<String> texts) {
        return texts.stream().anyMatch(this::foundIn);
    }

    /** How many different ones stand in the texts. */
    public long countIn(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(plain(text)).results().map(MatchResult::group))
                .distinct()
                .count();
    }

    /** Lower-case without accents, compatibility forms and invisible characters: what is read, not how it is written. */
    public static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .filter(Quote::isVisible)
                .map(WordList::straight)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static int straight(int codePoint) {
        return switch (codePoint) {
            case 'ł' -> 'l';
            case 'Ł' -> 'L';
            case 'ø' -> 'o';
            case 'Ø' -> 'O';
            case 'ı' -> 'i';
            default -> codePoint;
        };
    }

    private static boolean isAlphabetic(String word) {
        return word.codePoints().anyMatch(codePoint -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
            return script == Character.UnicodeScript.LATIN
                    || script == Character.UnicodeScript.CYRILLIC
                    || script == Character.UnicodeScript.GREEK;
        });
    }
}
