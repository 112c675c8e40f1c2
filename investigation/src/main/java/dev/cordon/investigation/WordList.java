package dev.cordon.investigation;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words to be found at the start of a word, in any case and however they are accented; in scripts without blanks anywhere. Any text is
 * answered. Immutable; safe for many threads.
 */
public final class WordList {
    /** Letters: shorter parts of words are words by themselves. */
    private static final int SHORTEST_CUT = 5;

    private final Map<Character, List<Entry>> byFirst;

    /** A list of at least one word. */
    public WordList(Collection<String> words) {
        this.byFirst = words.stream()
                .map(WordList::plain)
                .map(Entry::of)
                .collect(Collectors.groupingBy(entry -> entry.word().charAt(0)));
    }

    /**
     * A word of the list. Short Latin words must stand alone ({@code ach} is not in "achieve"); scripts without blanks match anywhere.
     *
     * @param beginsWord whether it is only found where a word begins
     * @param endsWord whether only where one ends
     */
    private record Entry(String word, boolean beginsWord, boolean endsWord) {
        static Entry of(String word) {
            boolean alphabetic = isAlphabetic(word);
            boolean shortLatin = word.length() <= 4 && word.chars().allMatch(character -> character < 128);
            return new Entry(word, alphabetic, alphabetic && shortLatin);
        }

        boolean isAt(String text, int at) {
            int end = at + word.length();
            return text.startsWith(word, at)
                    && !(beginsWord && at > 0 && Character.isLetterOrDigit(text.codePointBefore(at)))
                    && !(endsWord && end < text.length() && Character.isLetterOrDigit(text.codePointAt(end)));
        }
    }

    /** The words of a text that has them between commas or on lines of their own. */
    public static WordList of(String text) {
        return new WordList(Stream.of(text.split("[,\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Whether one of them stands in the text. */
    public boolean foundIn(String text) {
        String plain = plain(text);
        return IntStream.range(0, plain.length())
                .anyMatch(at -> found(plain, at).isPresent());
    }

    private Optional<String> found(String plain, int at) {
        return byFirst.getOrDefault(plain.charAt(at), List.of()).stream()
                .filter(entry -> entry.isAt(plain, at))
                .map(Entry::word)
                .findFirst();
    }

    /** Whether one of them stands in one of the texts. */
    public boolean foundInAny(Collection<String> texts) {
        return texts.stream().anyMatch(this::foundIn);
    }

    /** Whether one of the texts is one of them but for one or two letters at its ends: who looks for that finds the whole word too. */
    public boolean cutShortInAny(Collection<String> texts) {
        return texts.stream().anyMatch(this::isCutShort);
    }

    private boolean isCutShort(String text) {
        String plain = plain(text).strip();
        return plain.length() >= SHORTEST_CUT
                && byFirst.values().stream()
                        .flatMap(List::stream)
                        .map(Entry::word)
                        .anyMatch(word -> word.length() > plain.length()
                                && word.length() <= plain.length() + 2
                                && word.indexOf(' ') < 0
                                && word.contains(plain));
    }

    /** How many different ones stand in the texts; of those that overlap the first counts. */
    public long countIn(Collection<String> texts) {
        Set<String> different = new HashSet<>();
        texts.forEach(text -> collect(plain(text), different));
        return different.size();
    }

    private void collect(String plain, Set<String> different) {
        int at = 0;
        while (at < plain.length()) {
            Optional<String> found = found(plain, at);
            found.ifPresent(different::add);
            at += found.map(String::length).orElse(1);
        }
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
