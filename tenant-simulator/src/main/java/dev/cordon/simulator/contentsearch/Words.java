package dev.cordon.simulator.contentsearch;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Text as an index has it: words of letters and digits, without regard to case. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether these words stand in the text one after the other; a star at the end takes whatever begins like that. */
    static boolean contains(String text, String phrase) {
        var wanted = of(phrase);
        var words = of(text);
        if (wanted.isEmpty()) {
            return false;
        }
        if (!phrase.endsWith("*")) {
            return Collections.indexOfSubList(words, wanted) >= 0;
        }
        for (var at = 0; at + wanted.size() <= words.size(); at++) {
            var last = wanted.size() - 1;
            if (words.subList(at, at + last).equals(wanted.subList(0, last))
                    && words.get(at + last).startsWith(wanted.get(last))) {
                return true;
            }
        }
        return false;
    }
}
